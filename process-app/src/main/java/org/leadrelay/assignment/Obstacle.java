package org.leadrelay.assignment;

/** What speaks against giving one lead to one rep; the first that holds, in this order. */
enum Obstacle {
    NO_CAPACITY("noCapacity"),
    NO_SKILL("noSkill"),
    ABSENT("absent"),
    DECLINED("declined"),
    LEAVING("leaving"),
    PERIOD_FULL("periodFull"),
    FULL("full");

    private final String code;

    Obstacle(String code) {
        this.code = code;
    }

    /** As the journey log keeps it. */
    String code() {
        return code;
    }
}
