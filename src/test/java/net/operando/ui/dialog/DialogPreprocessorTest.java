package net.operando.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.ui.UIService;
import org.scijava.ui.UserInterface;

import net.operando.ui.command.CommandCatalog;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.OperandoCommand;

/** The way Fiji runs our commands: SciJava's CommandService in a context with a user interface that is visible. */
@Tag("gui")
class DialogPreprocessorTest {

	@TempDir
	Path folder;
	private Context context;

	@BeforeEach
	void open() {
		if (GraphicsEnvironment.isHeadless()) {
			System.out.println("*** The tests of dialogs were LEFT OUT: there is no display. Run them under xvfb-run. ***");
			Assumptions.abort("no display");
		}
		context = new Context(CommandService.class, StatusService.class, UIService.class);
		// says only that it is there and visible; SciJava itself shows nothing through it
		context.service(UIService.class).setDefaultUI((UserInterface) Proxy.newProxyInstance(getClass().getClassLoader(),
			new Class<?>[] { UserInterface.class }, (proxy, method, arguments) -> method.getName().equals("isVisible") ? true
				: method.getName().equals("hashCode") ? 1 : method.getName().equals("equals") ? proxy == arguments[0] : null));
	}

	@AfterEach
	void dispose() {
		if (context != null) context.dispose();
	}

	private Future<? extends Module> run(final Object... inputs) {
		final CommandInfo info = new CommandCatalog(context).byLabel("Diffusion from PFG-NMR").orElseThrow();
		return context.service(CommandService.class).run(info, true, inputs);
	}

	private Path decays() throws Exception {
		final StringBuilder csv = new StringBuilder("temperature_K,gradient_T_per_m,signal\n");
		for (int kelvin = 375; kelvin <= 465; kelvin += 45)
			for (double g = 0.5; g < 23; g += 1.5)
				csv.append(kelvin).append(',').append(g).append(',').append(Math.exp(-g * g * (kelvin - 300) / 80_000)).append('\n');
		return Files.writeString(folder.resolve("decays.csv"), csv);
	}

	@Test
	void whatTheDialogIsGivenReachesTheCommand() throws Exception {
		final Path output = folder.resolve("output");
		final Future<? extends Module> module = run();
		final DialogHand hand = DialogHand.on("Diffusion from PFG-NMR");
		hand.give("file", decays().toString());
		hand.give("deltams", "3");
		hand.give("output", output.toString());
		hand.press("OK");
		final OperandoCommand command = (OperandoCommand) module.get().getDelegateObject();
		assertEquals(null, command.failure());
		assertEquals(3.0, module.get().getInput("deltams"));
		assertTrue(Files.size(output.resolve("pfg.csv")) > 0);
	}

	@Test
	void whatIsGivenAlreadyIsNotAsked() throws Exception {
		final Future<? extends Module> module = run("deltams", 3.0);
		final DialogHand hand = DialogHand.on("Diffusion from PFG-NMR");
		assertFalse(hand.asks("deltams"));
		assertTrue(hand.asks("bigdeltams"));
		hand.press("Cancel");
		hand.awaitClosing();
		assertEquals(3.0, module.get().getInput("deltams"));
	}

	@Test
	void cancelRunsNothing() throws Exception {
		final Path output = folder.resolve("output");
		final Future<? extends Module> module = run();
		final DialogHand hand = DialogHand.on("Diffusion from PFG-NMR");
		hand.give("file", decays().toString());
		hand.give("output", output.toString());
		hand.press("Cancel");
		hand.awaitClosing();
		module.get();
		assertFalse(Files.exists(output));
	}

	/** A script that gives all inputs sees no dialog, and neither does a call from our own context, which has no user interface. */
	@Test
	void nothingIsAskedWhereAllIsGiven() throws Exception {
		final CommandInfo info = new CommandCatalog(context).byLabel("Diffusion from PFG-NMR").orElseThrow();
		final CommandCall call = new CommandCall(context, info);
		CommandCatalog.inputs(info).stream().filter(i -> i.getName().equals("file")).forEach(i -> {
			try {
				call.setText(i, decays().toString());
			}
			catch (final Exception e) {
				throw new IllegalStateException(e);
			}
		});
		assertEquals(null, call.run().failure());
	}
}
