package net.operando.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The dependency rules of the code base, for a root package: the real one, or one with planted violations. */
final class Rules {

	static final List<String> FLOORS = List.of("base", "data", "analysis", "model", "figure", "acquire", "experiment",
		"ui");

	private Rules() {}

	/** Rule 1: a floor sees only the floors listed before it. */
	static List<ArchRule> floorsDependDownward(final String root) {
		final List<ArchRule> rules = new ArrayList<>();
		for (int i = 0; i < FLOORS.size() - 1; i++) {
			final String[] above = FLOORS.subList(i + 1, FLOORS.size()).stream().map(f -> root + "." + f + "..").toArray(
				String[]::new);
			rules.add(noClasses().that().resideInAPackage(root + "." + FLOORS.get(i) + "..").should().dependOnClassesThat()
				.resideInAnyPackage(above).allowEmptyShould(true).as("floor " + FLOORS.get(i) + " sees no later floor"));
		}
		return rules;
	}

	/** Rule 1: no cycles between the packages of one floor. */
	static ArchRule noPackageCycles(final String root) {
		return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
	}

	/** Rule 2: base uses the JDK and numeric libraries only. */
	static ArchRule baseUsesTheJdkAndNumericLibrariesOnly(final String root) {
		return classes().that().resideInAPackage(root + ".base..").should().onlyDependOnClassesThat().resideInAnyPackage(root +
			".base..", "java..", "org.apache.commons.math3..").allowEmptyShould(true);
	}

	/** Rules 2 and 3: ImageJ and SciJava only in ui (and in the one class of data.io that may). */
	static ArchRule imageJStaysInUi(final String root) {
		return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".ui..").and(
			DescribedPredicate.not(DescribedPredicate.describe("the one class of data.io that may use ij", (
				JavaClass c) -> c.getName().startsWith(root + ".data.io.KymographTiff")))).should().dependOnClassesThat()
			.resideInAnyPackage("ij..", "org.scijava..", "net.imagej..").allowEmptyShould(true);
	}

	/** Rule 3: Micro-Manager's core only in acquire.mmcore. */
	static ArchRule coreStaysInMmcore(final String root) {
		return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".acquire.mmcore..")
			.should().dependOnClassesThat(resideInAPackage("mmcorej..")).allowEmptyShould(true);
	}

	/** Rule 4: a command is about 120 lines at most, counted as the last line its bytecode names. */
	static ArchRule commandsAreShort(final String root) {
		return classes().that().resideInAPackage(root + ".ui.command..").and().haveSimpleNameEndingWith("Command").should(
			new ArchCondition<JavaClass>("end before line 150, imports included")
			{

				@Override
				public void check(final JavaClass c, final ConditionEvents events) {
					final int last = c.getCodeUnits().stream().flatMap(u -> u.getCallsFromSelf().stream()).mapToInt(call -> call
						.getLineNumber()).max().orElse(0);
					if (last > 150) events.add(SimpleConditionEvent.violated(c, c.getName() + " goes on to line " + last));
				}
			}).allowEmptyShould(true);
	}

	/** Rule 5: below ui nothing logs, prints or opens a window. */
	static ArchRule belowUiIsSilent(final String root) {
		return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".ui..").should()
			.dependOnClassesThat().resideInAnyPackage("javax.swing..", "org.slf4j..", "java.util.logging..").orShould()
			.accessField(System.class, "out").orShould().accessField(System.class, "err").allowEmptyShould(true);
	}

	/** Rule 5: below ui no static state that changes. */
	static ArchRule noStaticStateBelowUi(final String root) {
		return fields().that().areDeclaredInClassesThat().resideInAPackage(root + "..").and()
			.areDeclaredInClassesThat().resideOutsideOfPackage(root + ".ui..").and().areStatic().should(
				new ArchCondition<JavaField>("be final")
				{

					@Override
					public void check(final JavaField field, final ConditionEvents events) {
						if (!field.getModifiers().contains(JavaModifier.FINAL)) events.add(SimpleConditionEvent.violated(field, field
							.getFullName() + " is static and not final"));
					}
				}).allowEmptyShould(true);
	}
}
