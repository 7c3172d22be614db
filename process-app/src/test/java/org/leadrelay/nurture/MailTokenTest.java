package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens in mails. */
class MailTokenTest {

    @Test
    void a_token_is_128_bits_in_letters_that_an_address_may_hold() {
        Set<String> seen = new HashSet<>();
        int[] used = new int[128];
        for (int i = 0; i < 1_000; i++) {
            String token = MailToken.fresh().text();
            assertThat(token).matches("[a-z2-7]{26}");
            assertThat(seen.add(token)).isTrue();
            used[token.charAt(0)]++;
            used[token.charAt(24)]++;
        }
        assertThat(used['a']).as("every letter comes, as likely as any other").isBetween(20, 120);
        assertThat(used['7']).isBetween(20, 120);
    }

    @Test
    void it_is_found_in_the_envelope_sender_whoever_wrote_that_in_capitals() {
        // given
        MailToken token = MailToken.fresh();

        // when
        String sender = token.within("bounces@firm.example");

        // then
        assertThat(sender).isEqualTo("bounces+" + token.text() + "@firm.example");
        assertThat(MailToken.inAddress("<" + sender.toUpperCase(Locale.ROOT) + ">")
                        .orElseThrow()
                        .hash())
                .isEqualTo(token.hash());
        assertThat(MailToken.inAddress("bounces@firm.example")).isEmpty();
        assertThat(MailToken.inAddress("bounces+short@firm.example")).isEmpty();
    }
}
