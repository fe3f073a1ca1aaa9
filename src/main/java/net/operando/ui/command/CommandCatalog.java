package net.operando.ui.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** The commands there are, as SciJava's plugin index lists them, in the order of the menus. */
public final class CommandCatalog {

	private final List<CommandInfo> commands = new ArrayList<>();
	private final List<CommandInfo> samples = new ArrayList<>();

	/** The commands of a context. */
	public CommandCatalog(final Context context) {
		for (final CommandInfo info : context.service(CommandService.class).getCommands()) {
			if (info.getMenuPath().size() == 3 && "Operando".equals(info.getMenuPath().get(1).getName())) commands.add(info);
			if (info.getMenuPath().size() == 4 && "Operando".equals(info.getMenuPath().get(2).getName())) samples.add(info);
		}
		final Comparator<CommandInfo> byWeight = (a, b) -> Double.compare(a.getMenuPath().getLeaf().getWeight(), b
			.getMenuPath().getLeaf().getWeight());
		commands.sort(byWeight);
		samples.sort(byWeight);
	}

	/**
	 * A context with just what the commands need. The class loader that loaded Operando is used to find them, since a
	 * host may have given the calling thread another one.
	 */
	public static Context newContext() {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		// Wrapped, because under a bare URLClassLoader SciJava takes itself to be in Eclipse and indexes all classes again.
		thread.setContextClassLoader(new ClassLoader(CommandCatalog.class.getClassLoader()) {});
		try {
			return new Context(CommandService.class, StatusService.class);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/** The commands of Plugins > Operando, in the order of the menu. */
	public List<CommandInfo> commands() {
		return commands;
	}

	/** The generated samples of File > Open Samples > Operando, in the order of the menu. */
	public List<CommandInfo> samples() {
		return samples;
	}

	/** The command of a menu label, given with or without the ellipsis, in upper or lower case. */
	public Optional<CommandInfo> byLabel(final String label) {
		final String wanted = plain(label);
		return commands.stream().filter(c -> plain(label(c)).equalsIgnoreCase(wanted)).findFirst();
	}

	/** The command or sample of a class name. */
	public Optional<CommandInfo> byClass(final String className) {
		return Stream.concat(commands.stream(), samples.stream()).filter(c -> c.getDelegateClassName().equals(className)).findFirst();
	}

	/** The menu label of a command. */
	public static String label(final CommandInfo info) {
		return info.getMenuPath().getLeaf().getName();
	}

	/** A label without its ellipsis. */
	public static String plain(final String label) {
		return label.trim().replaceAll("(\\.\\.\\.|…)$", "").trim();
	}

	/** The name of a command in file names: Line-Cut Kymograph... is line-cut-kymograph. */
	public static String slug(final CommandInfo info) {
		return plain(label(info)).toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
	}

	/** What a user can give to a command: its inputs without the host's services. */
	public static List<ModuleItem<?>> inputs(final CommandInfo info) {
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		ModuleItem<?> output = null;
		for (final ModuleItem<?> item : info.inputs()) {
			if (Service.class.isAssignableFrom(item.getType()) || Context.class.isAssignableFrom(item.getType())) continue;
			if (item.getName().equals("output")) output = item;
			else inputs.add(item);
		}
		// inherited fields come first, but where the results go is asked last
		if (output != null) inputs.add(output);
		return inputs;
	}

	/** A value as dialogs, macros and documents write it: whole numbers without decimals, nothing for null and NaN. */
	public static String text(final Object value) {
		if (value == null) return "";
		if (!(value instanceof Double)) return value.toString();
		final double v = (Double) value;
		return v == Math.rint(v) && Math.abs(v) < 1e9 ? Long.toString((long) v) : Double.isNaN(v) ? "" : value.toString();
	}

	/** The macro key of an input: its field name in lower case. */
	public static String key(final ModuleItem<?> item) {
		return item.getName().toLowerCase(java.util.Locale.ROOT);
	}
}
