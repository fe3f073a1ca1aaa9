package net.operando.acquire.mmcore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/** Which of the core's methods are called, as the compiled classes say. */
class CoreCallsTest {

	/** Gone from the core after 10.1, or dangerous: a callback that is not kept strongly takes the JVM down. */
	private static final Set<String> FORBIDDEN = Set.of("getHostName", "getUserId", "getMACAddresses", "getDeviceLibraries",
		"addSearchPath", "definePropertyBlock", "getAvailablePropertyBlocks", "getPropertyBlockData", "assignImageSynchro",
		"removeImageSynchro", "removeImageSynchroAll", "waitForImageSynchro", "registerCallback",
		"startContinuousSequenceAcquisition");

	@Test
	void noForbiddenMethodOfTheCoreIsCalled() {
		final Set<String> called = new TreeSet<>();
		for (final JavaClass c : new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("net.operando.acquire.mmcore"))
			called.addAll(Stream.concat(c.getMethodCallsFromSelf().stream(), c.getMethodReferencesFromSelf().stream()).filter(
				call -> call.getTargetOwner().getName().equals("mmcorej.CMMCore")).map(JavaAccess::getName).collect(Collectors
					.toSet()));
		assertTrue(called.contains("popNextTaggedImage"), "the calls must have been found: " + called);
		called.retainAll(FORBIDDEN);
		assertEquals(Set.of(), called);
	}
}
