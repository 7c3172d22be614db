package org.leadrelay.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Architecture rule on the size of constructors, for all modules. */
public final class ConstructorRules {

    private static final int MOST = 8;

    /** Records of data are as wide as their data; enums and anonymous classes have arguments that nobody wrote. */
    public static final ArchRule NO_CLASS_NEEDS_MORE_THAN_EIGHT_PARTS = noConstructors()
            .that(DescribedPredicate.describe(
                    "are those of classes",
                    (JavaConstructor each) -> !each.getOwner().isRecord()
                            && !each.getOwner().isEnum()
                            && !each.getOwner().isAnonymousClass()))
            .should(new ArchCondition<>("have more than " + MOST + " arguments") {

                @Override
                public void check(JavaConstructor constructor, ConditionEvents events) {
                    int arguments = constructor.getRawParameterTypes().size();
                    events.add(new SimpleConditionEvent(
                            constructor,
                            arguments > MOST,
                            constructor.getFullName() + " has " + arguments + " arguments"));
                }
            })
            .because("a type that needs more is two types");

    private ConstructorRules() {}
}
