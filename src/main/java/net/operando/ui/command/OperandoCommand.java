package net.operando.ui.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.scijava.Cancelable;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;

import net.operando.base.InvalidInputException;
import net.operando.base.OperandoException;
import net.operando.base.Progress;
import net.operando.data.io.ResultFolder;

/**
 * A command of the menu, a macro, a script or the command line. What goes wrong in a way a user can act on becomes the
 * reason of its cancellation, one sentence that every host shows in its own way; results are written only when all of
 * them are made.
 */
public abstract class OperandoCommand extends CommandInputs implements Command, Cancelable {

	@Parameter(label = "Output folder", required = false, persist = false,
		description = "Folder the results are written to; empty shows them only.")
	private String output = "";

	@Parameter(required = false)
	private StatusService status;

	private volatile boolean cancelled;
	private volatile String reason;
	private OperandoException failure;
	private List<Path> written = List.of();
	private String text = "";
	private final Set<String> warnings = new LinkedHashSet<>();

	/**
	 * The work of the command.
	 *
	 * @throws OperandoException with a sentence for the user
	 * @throws IOException if a file system fails
	 */
	protected abstract void execute(Progress progress) throws IOException;

	/** What is wrong with the inputs as they are, as far as it can be said at once; null if nothing is. */
	public final String problem() {
		try {
			check();
		}
		catch (final OperandoException e) {
			return sentence(e);
		}
		catch (final IOException | UncheckedIOException e) {
			return CommandFailure.ofFiles(e, outputFolder()).getMessage();
		}
		return null;
	}

	@Override
	public final void run() {
		try {
			if (writesOutput()) ResultFolder.check(output.trim());
			execute(new CommandProgress(status, this::isCanceled));
		}
		catch (final OperandoException e) {
			fail(e);
		}
		catch (final IOException | UncheckedIOException e) {
			fail(CommandFailure.ofFiles(e, outputFolder()));
		}
		catch (final OutOfMemoryError e) {
			fail(CommandFailure.ofMemory(e));
		}
	}

	private void fail(final OperandoException e) {
		final String sentence = sentence(e);
		failure = String.valueOf(sentence).equals(e.getMessage()) ? e : new InvalidInputException(sentence, e);
		cancel(sentence);
	}

	/** Whether an output folder was asked for. */
	protected final boolean writesOutput() {
		return output != null && !output.trim().isEmpty();
	}

	/** Writes results into the output folder, all or none; does nothing if none was asked for. */
	protected final void write(final ResultWriter writer) throws IOException {
		if (writesOutput()) write(output.trim(), writer);
	}

	/**
	 * As {@link #write}, but into a new temporary folder if none was asked for, which is left to the system to clear.
	 *
	 * @param name first part of the temporary folder's name
	 * @return the folder
	 */
	protected final String writeSomewhere(final String name, final ResultWriter writer) throws IOException {
		final String folder = writesOutput() ? output.trim() : Files.createTempDirectory(name).toString();
		write(folder, writer);
		return folder;
	}

	private void write(final String destination, final ResultWriter writer) throws IOException {
		try (ResultFolder folder = ResultFolder.open(destination, getClass().getSimpleName())) {
			writer.writeTo(folder);
			written = folder.commit();
		}
	}

	/** The output folder as it was given; empty if none was. */
	protected final String outputFolder() {
		return writesOutput() ? output.trim() : "";
	}

	/** For results that grow in their own folder while they are made: all files that lie in it now. */
	protected final void wrote(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			written = files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
		}
	}

	/** Sentences the user must see with the results; each is kept once. */
	protected final void warn(final Collection<String> sentences) {
		for (final String sentence : sentences)
			warnings.add(named(sentence));
	}

	/** What the user must see with the results. */
	public final List<String> warnings() {
		return List.copyOf(warnings);
	}

	/**
	 * What can be said against the inputs at once, without reading a frame; dialogs ask it at every change. A command whose
	 * inputs depend on each other or on the image overrides it.
	 *
	 * @throws OperandoException with a sentence for the user
	 * @throws IOException if a small file that the inputs name cannot be read
	 */
	protected void check() throws IOException {}

	/** The files written, empty if none. */
	public final List<Path> written() {
		return written;
	}

	/** Keeps a result that is a text, for where no window can show it. */
	protected final void keep(final String result) {
		text = result;
	}

	/** The result as a text; empty for most commands. */
	public final String text() {
		return text;
	}

	/** What went wrong, or null. */
	public final OperandoException failure() {
		return failure;
	}

	@Override
	public final boolean isCanceled() {
		return cancelled;
	}

	@Override
	public final void cancel(final String why) {
		reason = why;
		cancelled = true;
	}

	@Override
	public final String getCancelReason() {
		return reason;
	}

	/** What a command writes. */
	@FunctionalInterface
	protected interface ResultWriter {

		void writeTo(ResultFolder folder) throws IOException;
	}
}
