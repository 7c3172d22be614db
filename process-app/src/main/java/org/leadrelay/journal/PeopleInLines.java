package org.leadrelay.journal;

/** Pseudonymisation of people in log lines: the login itself in format 2, the reference in format 3. */
interface PeopleInLines {

    PeopleInLines BY_LOGIN = new PeopleInLines() {
        @Override
        public String sealed(String login) {
            return login;
        }

        @Override
        public String sealedIfKnown(String text) {
            return text;
        }
    };

    /** What stands for whoever has this login; {@code system} and API keys stand for themselves. */
    String sealed(String login);

    /** The same for a text that may be a login or an option of a list: what is nobody's login stays as it is. */
    String sealedIfKnown(String text);
}
