package org.leadrelay.demo;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ProductTest
class DemoClockApiTest {

    @Autowired
    private MockMvc mvc;

    @Test
    void outside_demo_mode_nobody_moves_the_clock() throws Exception {
        RequestPostProcessor administrator = httpBasic("administrator", ProductTest.ADMINISTRATOR_PASSWORD);
        mvc.perform(get("/api/demo/clock").with(administrator)).andExpect(status().isNotFound());
        mvc.perform(post("/api/demo/clock")
                        .with(administrator)
                        .contentType(APPLICATION_JSON)
                        .content("{\"forward\": \"PT4H\"}"))
                .andExpect(status().isNotFound());
    }
}
