package org.leadrelay.notification;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.notification.NoticeChoices.NoticeChoice;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for the caller's channel preferences. */
@RestController
@RequestMapping("/api/me/notices")
@Tag(name = "Notices")
class ChannelsApi {

    private static final Wording WORDING = Wording.of(ChannelsApi.class);

    private final Channels channels;

    ChannelsApi(Channels channels) {
        this.channels = channels;
    }

    /** One kind as it is sent; what is left out stays as it was. */
    record Wish(
            @Nullable String kind,
            @Nullable Boolean bell,
            @Nullable String mail) {}

    /** The whole; what is left out stays as it was. */
    record Wishes(@Nullable Boolean outsideHours, @Nullable List<Wish> kinds) {}

    @GetMapping
    NoticeChoices mine() {
        return channels.mine();
    }

    @PutMapping
    NoticeChoices choose(@RequestBody Wishes wishes) {
        NoticeChoices now = channels.mine();
        List<NoticeChoice> chosen = new ArrayList<>();
        if (wishes.kinds() != null) {
            wishes.kinds().forEach(wish -> chosen.add(chosen(wish, now)));
        }
        Boolean outside = wishes.outsideHours();
        return channels.choose(outside == null ? now.outsideHours() : outside, chosen);
    }

    private static NoticeChoice chosen(Wish wish, NoticeChoices now) {
        String name = wish.kind() == null ? "" : wish.kind();
        NoticeChoice before = now.kinds().stream()
                .filter(each -> each.kind().code().equals(name))
                .findFirst()
                .orElseThrow(() -> Invalid.field("kind", WORDING.text("noKind", name, codes(now))));
        Boolean bell = wish.bell();
        String mail = wish.mail();
        return new NoticeChoice(
                before.kind(),
                bell == null ? before.bell() : bell,
                mail == null
                        ? before.mail()
                        : MailPreference.ofCode(mail)
                                .orElseThrow(() -> Invalid.field("mail", WORDING.text("noMail", mail))));
    }

    private static String codes(NoticeChoices all) {
        return all.kinds().stream().map(each -> each.kind().code()).collect(Collectors.joining(", "));
    }
}
