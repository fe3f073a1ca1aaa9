package net.operando.ui.command.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;

import ij.ImagePlus;
import net.operando.experiment.SyntheticSettings;
import net.operando.model.synthetic.ScenePreset;
import net.operando.model.synthetic.SyntheticMovie;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;

class SampleCommandTest {

	private static final Context CONTEXT = CommandCatalog.newContext();
	private static final CommandCatalog CATALOG = new CommandCatalog(CONTEXT);

	@TempDir
	Path folder;

	@AfterAll
	static void dispose() {
		CONTEXT.dispose();
	}

	@Test
	void everyPresetIsASample() throws Exception {
		final List<String> presets = new ArrayList<>();
		presets.add(SyntheticSettings.TWO_FRONTS);
		for (final ScenePreset preset : ScenePreset.values())
			presets.add(preset.label());
		final List<String> samples = new ArrayList<>();
		for (final CommandInfo info : CATALOG.samples()) {
			final SampleCommand sample = (SampleCommand) info.loadDelegateClass().getDeclaredConstructor().newInstance();
			samples.add(sample.preset());
			assertEquals(CommandCatalog.label(info).toLowerCase(Locale.ROOT), sample.preset().toLowerCase(Locale.ROOT));
			assertEquals("File>Open Samples>Operando", info.getMenuPath().stream().limit(3).map(Object::toString).collect(
				Collectors.joining(">")));
			assertTrue(CATALOG.byClass(info.getDelegateClassName()).isPresent(), "the bridge of plain ImageJ finds it");
		}
		assertEquals(presets, samples);
	}

	@Test
	void aSampleIsGeneratedAndOpened() {
		final CommandCall call = new CommandCall(CONTEXT, CATALOG.byClass(TwoFrontsSample.class.getName()).orElseThrow());
		call.setText(CommandCatalog.inputs(call.info()).get(0), folder.resolve("sample").toString());
		assertNull(call.run().failure());
		final ImagePlus movie = (ImagePlus) call.output("movie");
		assertEquals("Two fronts", movie.getTitle());
		assertEquals(SyntheticMovie.of("the same", new SyntheticSettings().withPreset("Two fronts", 1).scene()).frameCount(), movie
			.getNFrames());
		assertTrue(Files.isDirectory(folder.resolve("sample/echem")));
		assertTrue(Files.exists(folder.resolve("sample/analysis.json")));
	}
}
