package net.operando.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.operando.base.InsufficientDataException;
import net.operando.base.Progress;
import net.operando.data.io.Json;
import net.operando.data.io.Provenance;
import net.operando.experiment.compare.CompareParameters;
import net.operando.experiment.compare.RateComparison;

/** What ExperimentTables writes is what a comparison reads. */
class SummaryContractTest {

	@TempDir
	Path folder;

	@Test
	void aSummaryHasTheColumnsThatAComparisonNeeds() throws Exception {
		Files.writeString(folder.resolve("summary.csv"), ExperimentTables.summary(List.of()).toCsv());
		Files.writeString(folder.resolve("parameters.json"), Json.write(new ExperimentParameters()));
		Files.writeString(folder.resolve("provenance.json"), Provenance.of("Analyse Experiment", new ExperimentParameters(), List
			.of(), List.of()).toJson());
		// read, but empty: a column that is missing would be named instead
		assertEquals("No front is left to compare: the experiments have no steps; choose other fronts with criterion, polarity, direction or accept.",
			assertThrows(InsufficientDataException.class, () -> RateComparison.of(folder, null, null, new CompareParameters(),
				Progress.NONE)).getMessage());
	}
}
