package net.operando.ui.imagej;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandInfo;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import net.operando.base.CancelledException;
import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.dialog.CommandDialog;

/**
 * Runs one of our SciJava commands from ImageJ's own menu, in plain ImageJ and in Micro-Manager. {@code plugins.config}
 * names it once per command, with the command's class as the argument; in Fiji the SciJava command of the same menu path
 * takes its place. Macro options are read and recorded by field name, so that a macro recorded here runs in Fiji and the
 * other way round.
 */
public final class CommandPlugIn implements PlugIn {

	@Override
	public void run(final String commandClass) {
		// Macro options belong to this thread and must be read before anything else is run on it.
		final String options = Macro.getOptions();
		final Context context = CommandCatalog.newContext();
		try {
			final CommandInfo info = new CommandCatalog(context).byClass(commandClass).orElseThrow(
				() -> new IllegalStateException("no command " + commandClass + " in the plugin index"));
			final CommandCall call = new CommandCall(context, info);
			if (!giveInputs(call, options)) return;
			final List<EventSubscriber<?>> relays = context.service(EventService.class).subscribe(new StatusRelay());
			try {
				finish(call, call.run());
			}
			finally {
				context.service(EventService.class).unsubscribe(relays);
			}
		}
		catch (final OperandoException e) {
			report(e, options != null);
		}
		finally {
			context.dispose();
		}
	}

	/** @return false if the user closed the dialog */
	private static boolean giveInputs(final CommandCall call, final String options) {
		final List<ModuleItem<?>> asked = new ArrayList<>();
		for (final ModuleItem<?> item : CommandCatalog.inputs(call.info())) {
			if (item.getType() != ImagePlus.class) {
				asked.add(item);
				continue;
			}
			final ImagePlus active = WindowManager.getCurrentImage();
			if (active == null && item.isRequired()) throw new InvalidInputException(
				"There is no open image: open a movie with Open Operando Movie first.");
			if (active != null) call.set(item, active);
		}
		if (options != null) {
			new MacroOptions(options).giveTo(call);
			return true;
		}
		if (asked.isEmpty() || GraphicsEnvironment.isHeadless()) return true;
		final Optional<Map<String, String>> given = CommandDialog.ask(call, asked);
		if (given.isPresent() && Recorder.record) MacroOptions.record(asked, given.get());
		return given.isPresent();
	}

	private static void finish(final CommandCall call, final OperandoCommand command) {
		for (final String warning : command.warnings())
			IJ.log(CommandCatalog.label(call.info()).replace("...", "") + ": " + warning);
		if (command.failure() != null) throw command.failure();
		for (final ModuleItem<?> item : call.info().outputs())
			if (call.output(item.getName()) instanceof ImagePlus) show((ImagePlus) call.output(item.getName()));
	}

	/** In batch mode ImageJ keeps the image without a window, so that a macro goes on with it where there is no display. */
	private static void show(final ImagePlus image) {
		if (ResultWindows.canShow() || Interpreter.isBatchMode()) image.show();
	}

	private static void report(final OperandoException e, final boolean inMacro) {
		if (e instanceof CancelledException) {
			IJ.showStatus("Cancelled");
			if (inMacro) Macro.abort();
			return;
		}
		final boolean headless = GraphicsEnvironment.isHeadless();
		if (headless && Interpreter.getInstance() != null) {
			// ImageJ would only print what is thrown, and go on with the macro's next line
			System.err.println("Operando: " + e.getMessage());
			Interpreter.abort();
			return;
		}
		if (headless || IJ.getInstance() == null) throw e;
		IJ.error("Operando", e.getMessage());
		if (inMacro) Macro.abort();
	}

	/** Passes the command's status on to ImageJ's status bar. */
	public static final class StatusRelay {

		@EventHandler
		public void onEvent(final StatusEvent event) {
			if (event.isWarning()) return;
			IJ.showStatus(event.getStatusMessage());
			if (event.getProgressMaximum() > 0) IJ.showProgress(event.getProgressValue(), event.getProgressMaximum());
		}
	}
}
