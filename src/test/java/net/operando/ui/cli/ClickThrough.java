package net.operando.ui.cli;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.scijava.Context;
import org.scijava.command.CommandInfo;

import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.MessageDialog;
import net.operando.macro.SampleFolder;
import net.operando.macro.SampleInputs;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.dialog.DialogHand;

/** Opens commands from the menu of a real ImageJ, fills their dialogs in on the sample, presses OK and waits for the end. */
final class ClickThrough implements AutoCloseable {

	/** Looks at what is on the screen. */
	interface Look {

		void at(Window window) throws Exception;
	}

	private final Path folder;
	private final ImageJ imageJ;
	private final Context context = CommandCatalog.newContext();
	private final CommandCatalog catalog = new CommandCatalog(context);
	private final Map<String, ImagePlus> images = new LinkedHashMap<>();

	ClickThrough(final Path folder) throws Exception {
		this.folder = folder;
		SampleFolder.write(folder);
		imageJ = ImageJWithMenu.open();
	}

	CommandCatalog catalog() {
		return catalog;
	}

	Path folder() {
		return folder;
	}

	ImageJ imageJ() {
		return imageJ;
	}

	static String title(final CommandInfo info) {
		return CommandCatalog.plain(CommandCatalog.label(info));
	}

	/** Chooses the item of the menu, as a click on it does. */
	static void choose(final CommandInfo info) throws Exception {
		Menu menu = null;
		for (int i = 0; i < Menus.getMenuBar().getMenuCount(); i++)
			if (Menus.getMenuBar().getMenu(i).getLabel().equals(info.getMenuPath().get(0).getName())) menu = Menus.getMenuBar()
				.getMenu(i);
		MenuItem item = menu;
		for (int depth = 1; depth < info.getMenuPath().size(); depth++) {
			final Menu in = (Menu) item;
			item = null;
			for (int i = 0; i < in.getItemCount(); i++)
				if (in.getItem(i).getLabel().equals(info.getMenuPath().get(depth).getName())) item = in.getItem(i);
			if (item == null) throw new AssertionError(in.getLabel() + " lacks " + info.getMenuPath().get(depth).getName());
		}
		final MenuItem chosen = item;
		EventQueue.invokeAndWait(() -> chosen.dispatchEvent(new ActionEvent(chosen, ActionEvent.ACTION_PERFORMED, chosen
			.getLabel())));
	}

	/** Whether a command of this label runs or waits in its dialog. */
	static boolean isRunning(final String label) {
		return Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().replace("Run$_", "").equals(label));
	}

	/** The image a command takes, opened through the dialogs themselves, and made the active one; null for none. */
	ImagePlus image(final CommandInfo info) throws Exception {
		if (!SampleInputs.needs(info, false) && !SampleInputs.needs(info, true)) return null;
		final boolean kymograph = SampleInputs.needs(info, true);
		final String sample = SampleFolder.of(folder, CommandCatalog.label(info));
		final ImagePlus movie = made(sample, "Open Operando Movie", null, sample);
		final ImagePlus image = kymograph ? made(sample + "kymograph", "Line-Cut Kymograph", movie, sample) : movie;
		activate(image);
		return image;
	}

	private ImagePlus made(final String name, final String label, final ImagePlus on, final String sample) throws Exception {
		final ImagePlus there = images.get(name);
		if (there != null && there.getWindow() != null && there.getWindow().isShowing()) return there;
		final CommandInfo info = catalog.byLabel(label).orElseThrow();
		if (on != null) activate(on);
		final Set<Integer> before = ids();
		choose(info);
		final DialogHand hand = DialogHand.on(title(info));
		fill(hand, info, sample, "");
		hand.press("OK");
		finish(info);
		ImagePlus made = null;
		// with a kymograph comes its figure
		for (final int id : ids())
			if (!before.contains(id) && !WindowManager.getImage(id).getTitle().startsWith("Figure of")) made = WindowManager.getImage(
				id);
		images.put(name, made);
		return made;
	}

	static Set<Integer> ids() {
		final Set<Integer> ids = new HashSet<>();
		final int[] open = WindowManager.getIDList();
		if (open != null) Arrays.stream(open).forEach(ids::add);
		return ids;
	}

	private static void activate(final ImagePlus image) throws Exception {
		DialogHand.await("the window of " + image.getTitle(), () -> image.getWindow() != null && image.getWindow().isShowing());
		// the window that a dialog gave the focus back to may say so late, and ImageJ then takes it for the active one
		for (int quiet = 0; quiet < 3;) {
			EventQueue.invokeAndWait(() -> {
				if (WindowManager.getCurrentImage() == image) return;
				image.getWindow().toFront();
				WindowManager.setCurrentWindow(image.getWindow());
			});
			Thread.sleep(60);
			quiet = WindowManager.getCurrentImage() == image ? quiet + 1 : 0;
		}
	}

	/** Fills a dialog in. */
	void fill(final DialogHand hand, final CommandInfo info, final String sample, final String output) throws Exception {
		final CommandCall call = new CommandCall(context, info);
		for (final Map.Entry<String, String> value : SampleInputs.of(context, info, sample, output).entrySet())
			if (CommandCatalog.inputs(info).stream().anyMatch(i -> CommandCatalog.key(i).equals(value.getKey()) && !CommandCatalog
				.text(call.defaultOf(i)).equals(value.getValue()))) hand.give(value.getKey(), value.getValue());
	}

	/** Waits for the end of a command; its refusal is an error. */
	static void finish(final CommandInfo info) throws Exception {
		final String label = CommandCatalog.label(info);
		DialogHand.await("the end of " + label, () -> !isRunning(label) || refusal() != null);
		if (refusal() != null) throw new AssertionError(label + ": " + refusal());
	}

	private static String refusal() {
		for (final Window w : Window.getWindows())
			if (w instanceof MessageDialog && w.isShowing()) return ((Dialog) w).getTitle() + " (it says why on the screen)";
		return null;
	}

	/** A command from the menu to its end. @return the folder its results are in */
	Path run(final CommandInfo info, final Look filled, final Look done) throws Exception {
		final String sample = SampleFolder.of(folder, CommandCatalog.label(info));
		final ImagePlus image = image(info);
		final Path output = Path.of(sample, "results", CommandCatalog.slug(info));
		choose(info);
		final DialogHand hand = DialogHand.on(title(info));
		fill(hand, info, sample, info.getTitle().startsWith("Open") ? "" : output.toString());
		filled.at(hand.dialog());
		hand.press("OK");
		hand.awaitClosing();
		finish(info);
		done.at(image == null ? null : image.getWindow());
		return output;
	}

	/** Closes what commands have opened, but the images they take. */
	void tidy() throws Exception {
		EventQueue.invokeAndWait(() -> {
			for (final int id : ids()) {
				final ImagePlus image = WindowManager.getImage(id);
				if (image == null) continue;
				image.setOverlay(null);
				if (images.containsValue(image)) continue;
				image.changes = false;
				image.close();
			}
			for (final Frame frame : WindowManager.getNonImageWindows() == null ? new Frame[0] : WindowManager
				.getNonImageWindows())
				// closed as ImageJ does, or it would show the next table of that title in a window that is gone
				if (frame instanceof ij.text.TextWindow) ((ij.text.TextWindow) frame).close(false);
				else if (frame != imageJ && !(frame instanceof ij.plugin.frame.Recorder)) frame.dispose();
		});
	}

	static boolean written(final Path output) {
		final String[] files = output.toFile().list((d, n) -> !n.startsWith("."));
		return Files.isDirectory(output) && files != null && files.length > 0;
	}

	@Override
	public void close() throws Exception {
		tidy();
		EventQueue.invokeAndWait(() -> {
			for (final ImagePlus image : images.values()) {
				image.changes = false;
				image.close();
			}
			imageJ.dispose();
		});
		context.dispose();
	}
}
