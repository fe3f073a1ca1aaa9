package net.operando.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** Every rule holds for the code, and catches the violation of it that is planted among the tests. */
class ArchitectureTest {

	private static final String PLANTED = "net.operando.architecture.planted";
	private static final JavaClasses CODE = new ClassFileImporter().withImportOption(
		new ImportOption.DoNotIncludeTests()).importPackages("net.operando");
	private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

	static Stream<ArchRule> rulesOfTheCode() {
		return all("net.operando").stream();
	}

	/** The rules with a planted violation each; of the floors' rules that of base. */
	static Stream<ArchRule> rulesWithAViolation() {
		final List<ArchRule> rules = all(PLANTED);
		rules.subList(1, Rules.FLOORS.size() - 1).clear();
		return rules.stream();
	}

	private static List<ArchRule> all(final String root) {
		final List<ArchRule> rules = new ArrayList<>(Rules.floorsDependDownward(root));
		rules.add(Rules.noPackageCycles(root));
		rules.add(Rules.baseUsesTheJdkAndNumericLibrariesOnly(root));
		rules.add(Rules.imageJStaysInUi(root));
		rules.add(Rules.coreStaysInMmcore(root));
		rules.add(Rules.commandsAreShort(root));
		rules.add(Rules.belowUiIsSilent(root));
		rules.add(Rules.noStaticStateBelowUi(root));
		return rules;
	}

	@ParameterizedTest
	@MethodSource("rulesOfTheCode")
	void holds(final ArchRule rule) {
		assertTrue(CODE.size() > 10, "the code was not found: " + CODE.size() + " classes");
		rule.check(CODE);
	}

	@ParameterizedTest
	@MethodSource("rulesWithAViolation")
	void catchesItsViolation(final ArchRule rule) {
		assertFalse(rule.evaluate(VIOLATIONS).getFailureReport().isEmpty(), rule.getDescription());
	}
}
