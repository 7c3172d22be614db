package org.leadrelay.assignment;

/** Reason why a rep cannot take a lead; the first that holds, in this order. */
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
