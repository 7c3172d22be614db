package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class ObjectionsKeyTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void a_node_that_has_just_begun_finds_the_key_for_whoever_only_reads() {
        // given
        Objections begun = new Objections(jdbc, "", transactions);
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);

        // when
        byte[] read = reading.execute(status -> begun.fingerprint("email:ada@people.example"));

        // then
        assertThat(read).isEqualTo(new Objections(jdbc, "", transactions).fingerprint("email:ada@people.example"));
    }
}
