package org.leadrelay.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Somebody with a password, and tries at it from two addresses; nothing is counted before and
 * after.
 */
@ProductTest
abstract class PasswordDoors {

    static final String HERE = "203.0.113.7";
    static final String ELSEWHERE = "198.51.100.9";
    static final int FREE = ThrottleKind.PAIR.limit().free();

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock settable;

    final String login = "gina-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void somebody() {
        cast.person(login, Roles.SALES_REP);
        forgetAll();
    }

    @AfterEach
    void forgetAll() {
        cast.actingAsNobody();
        jdbc.sql("delete from login_attempt").update();
        jdbc.sql("delete from login_address").update();
    }

    void wrong(String address, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            basic(login, "wrong", address);
        }
    }

    ResultActions basic(String user, String password, String address) throws Exception {
        return mvc.perform(get("/api/me").with(httpBasic(user, password)).with(from(address)));
    }

    ResultActions basic(String path, String user) throws Exception {
        return mvc.perform(get(path).with(httpBasic(user, Cast.PASSWORD)).with(from(ELSEWHERE)));
    }

    static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
