package net.operando.ui.command;

import java.io.File;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

import net.operando.base.InvalidInputException;

/** One call of a command outside Fiji: inputs set by key, then run. Texts are read strictly: "1,5" is refused, not 0. */
public final class CommandCall {

	private final Context context;
	private final CommandInfo info;
	private final Module module;

	public CommandCall(final Context context, final CommandInfo info) {
		this(context, info, context.service(ModuleService.class).createModule(info));
	}

	/** A call that a host has prepared: what it set stays set. */
	public CommandCall(final Context context, final CommandInfo info, final Module module) {
		this.context = context;
		this.info = info;
		this.module = module;
	}

	/** Another call of the same command, so far with the same inputs. */
	public CommandCall another() {
		final CommandCall other = new CommandCall(context, info);
		for (final ModuleItem<?> item : CommandCatalog.inputs(info))
			other.module.setInput(item.getName(), module.getInput(item.getName()));
		return other;
	}

	/** The command, with the inputs as far as they are given. */
	public OperandoCommand command() {
		return (OperandoCommand) module.getDelegateObject();
	}

	/** What an input is given, or is by itself. */
	public Object given(final ModuleItem<?> item) {
		return module.getInput(item.getName());
	}

	/** The default of an input, as its field is initialised. */
	public Object defaultOf(final ModuleItem<?> item) {
		return module.getInput(item.getName());
	}

	/** Gives an input its value. */
	public void set(final ModuleItem<?> item, final Object value) {
		module.setInput(item.getName(), value);
		module.resolveInput(item.getName());
	}

	/**
	 * Gives an input the value written in a text.
	 *
	 * @throws InvalidInputException if the text is not of the input's type or not one of its choices
	 */
	public void setText(final ModuleItem<?> item, final String text) {
		final Object value = parse(item, text.trim());
		if (InputKind.of(item) == InputKind.NUMBER) InputKind.NUMBER.check(item, text.trim());
		set(item, value);
	}

	/**
	 * Whether a text could be given to an input.
	 *
	 * @throws InvalidInputException if it is of the wrong kind, none of the choices, or outside the range
	 */
	public static void check(final ModuleItem<?> item, final String text) {
		final Object value = parse(item, text.trim());
		InputKind.of(item).check(item, text.trim());
		if (!(value instanceof Number)) return;
		final double number = ((Number) value).doubleValue();
		if (item.getMinimumValue() instanceof Number && number < ((Number) item.getMinimumValue()).doubleValue() || item
			.getMaximumValue() instanceof Number && number > ((Number) item.getMaximumValue()).doubleValue())
			throw new InvalidInputException(InputNames.of(item) + " cannot be " + text.trim() + ": give it " + range(item) + ".");
	}

	private static String range(final ModuleItem<?> item) {
		final String least = CommandCatalog.text(item.getMinimumValue());
		final String most = CommandCatalog.text(item.getMaximumValue());
		return most.isEmpty() ? "from " + least + " on" : least.isEmpty() ? "up to " + most : "from " + least + " to " + most;
	}

	private static Object parse(final ModuleItem<?> item, final String text) {
		final Class<?> type = item.getType();
		final String key = CommandCatalog.key(item);
		final String name = InputNames.of(item);
		try {
			if (type == double.class || type == Double.class) return Choice.finite(text);
			if (type == int.class || type == Integer.class) return Integer.valueOf(text);
		}
		catch (final NumberFormatException e) {
			if (type == int.class || type == Integer.class) throw new InvalidInputException("'" + text + "' is not a whole number for " + name +
				": give one, for example " + key + "=1.", e);
			throw new InvalidInputException("'" + text + "' is not a number for " + name + ": use a decimal point, for example " + key +
				"=1.5.", e);
		}
		if (type == boolean.class || type == Boolean.class) {
			final String t = text.toLowerCase(Locale.ROOT);
			if (t.equals("true") || t.equals("false")) return Boolean.valueOf(t);
			throw new InvalidInputException("'" + text + "' is neither true nor false for " + name + ".");
		}
		if (type == File.class) return new File(text);
		if (type == String.class) {
			if (item.getChoices() == null || item.getChoices().isEmpty()) return text;
			for (final Object choice : item.getChoices())
				if (Choice.plain(choice.toString()).equals(Choice.plain(text))) return choice;
			throw new InvalidInputException("'" + text + "' is no choice of " + name + ": use one of " + item.getChoices() + ".");
		}
		throw new InvalidInputException(key + " cannot be given as text.");
	}

	/**
	 * Runs the command and waits for it.
	 *
	 * @return the command, which knows what it wrote and what went wrong
	 * @throws RuntimeException if the command itself is broken; its own exception, or one that names it
	 */
	public OperandoCommand run() {
		for (final ModuleItem<?> item : CommandCatalog.inputs(info)) {
			if (item.isRequired() && module.getInput(item.getName()) == null) throw new InvalidInputException(CommandCatalog
				.label(info) + " needs " + CommandCatalog.key(item) + " (" + item.getLabel() + "): give " + CommandCatalog.key(
					item) + "=...");
			module.resolveInput(item.getName());
		}
		try {
			context.service(ModuleService.class).run(module, true).get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new net.operando.base.CancelledException();
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof RuntimeException) throw (RuntimeException) e.getCause();
			throw new IllegalStateException(CommandCatalog.label(info) + " failed: " + e.getCause(), e.getCause());
		}
		return command();
	}

	/** An output of the command after it ran. */
	public Object output(final String name) {
		return module.getOutput(name);
	}

	/** The command's description. */
	public CommandInfo info() {
		return info;
	}
}
