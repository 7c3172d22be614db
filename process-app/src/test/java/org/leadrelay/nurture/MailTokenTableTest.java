package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens are made by several senders at once. */
@ProductTest
@OwnDatabase
class MailTokenTableTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    LeadCards cards;

    @Autowired
    PlatformTransactionManager manager;

    @Test
    void a_transaction_that_takes_long_holds_up_no_other_mail() throws Exception {
        // given
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        MailTokenTable tokens = new MailTokenTable(jdbc, clock, new TransactionTemplate(manager) {
            private static final long serialVersionUID = 1L;

            @Override
            public void executeWithoutResult(Consumer<TransactionStatus> action) {
                super.executeWithoutResult(status -> {
                    action.accept(status);
                    if (begun.getCount() > 0) {
                        begun.countDown();
                        waited(may);
                    }
                });
            }
        });
        Mail first = mail();
        TouchAddressee to = addressee();
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try {
            Future<CarriedTokens> slow = senders.submit(() -> tokens.of(first, to, null));
            assertThat(waited(begun)).isTrue();

            // when
            Future<CarriedTokens> other = senders.submit(() -> tokens.of(mail(), to, null));

            // then
            assertThat(other.get(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(slow.isDone()).isFalse();

            // when
            may.countDown();

            // then
            CarriedTokens made = slow.get(10, TimeUnit.SECONDS);
            assertThat(tokens.of(first, to, null))
                    .as("written again, it keeps its tokens")
                    .isEqualTo(made);
        } finally {
            may.countDown();
            senders.shutdown();
        }
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private TouchAddressee addressee() {
        String address = NurtureMailbox.address();
        UUID lead = new LeadRows(jdbc).reachable(address, "US");
        return new TouchAddressee(cards.card(lead), address, new byte[32], "awareness");
    }

    private Mail mail() {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        return new Mail(id, "touch:" + id, UUID.randomUUID(), null, null, "awareness-1", 0, now, now);
    }
}
