package net.operando.ui.cli;

import java.awt.Color;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Frame;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Robot;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.scijava.command.CommandInfo;

import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.gui.Line;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.MedianCut;
import ij.text.TextWindow;
import net.operando.macro.SampleFolder;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.dialog.DialogHand;

/**
 * Takes the pictures of docs/tour.md: every command from the menu through its dialog, on a generated sample. Needs a display
 * without a window manager (xvfb-run); the title bars are drawn here.
 */
public final class TourPictures {

	private static final int BAR = 22;
	private static final int GAP = 10;
	/** Windows are darker than this. */
	private static final int NEARLY_WHITE = 242;
	/** A table shows its first rows and columns. */
	private static final Dimension MOST_OF_TABLE = new Dimension(560, 130);
	/** Wider than this, windows go on in another row. */
	private static final int MOST = 1000;
	private static final int MILLIS_TO_PAINT = 500;
	/** The pictures that docs/tour.md shows. */
	private static final Set<String> SHOWN = Set.of("open-operando-movie", "align-electrochemistry", "correct-drift",
		"find-rods", "differential-movie", "line-cut-kymograph", "line-cut-kymograph-result", "front-velocities",
		"front-velocities-result", "rod-length-result", "cracks", "fragments-result", "simulate-rod", "compare-rates-result",
		"acquire-operando-movie-result", "analyse-experiment", "wrong-number", "help");
	/** A frame in which the fronts are under way. */
	private static final int FRAME = 22;

	private final Path pictures;
	private final Robot robot;
	private final boolean all;

	private TourPictures(final Path pictures, final boolean all) throws Exception {
		this.all = all;
		this.pictures = Files.createDirectories(pictures);
		robot = new Robot();
	}

	/** @param arguments the folder for the pictures; then "all" for every one, also those the tour does not show */
	public static void main(final String[] arguments) throws Exception {
		final TourPictures tour = new TourPictures(Paths.get(arguments[0]), arguments.length > 1 && arguments[1].equals("all"));
		try (ClickThrough hands = new ClickThrough(Files.createTempDirectory("operando-tour"))) {
			final List<CommandInfo> commands = new ArrayList<>(hands.catalog().commands());
			// it takes what Analyse Experiment wrote
			commands.sort(Comparator.comparing(c -> ClickThrough.title(c).equals("Compare Rates")));
			for (final CommandInfo info : commands)
				tour.take(hands, info);
			tour.takeWrongNumberAndHelp(hands.catalog().byLabel("Simulate Rod").orElseThrow());
		}
		System.out.println("The pictures are in " + arguments[0] + ".");
		// the event thread would go on
		System.exit(0);
	}

	private void takeWrongNumberAndHelp(final CommandInfo info) throws Exception {
		ClickThrough.choose(info);
		final DialogHand hand = DialogHand.on(ClickThrough.title(info));
		hand.give("lengthum", "20,4");
		save("wrong-number", hand.dialog());
		hand.press("Help");
		final String title = ClickThrough.title(info) + " - Operando";
		DialogHand.await("the help", () -> frame(title) != null);
		save("help", frame(title));
		frame(title).dispose();
		hand.press("Cancel");
		hand.awaitClosing();
		ClickThrough.finish(info);
	}

	private static Frame frame(final String title) {
		return Arrays.stream(Frame.getFrames()).filter(f -> f.isShowing() && title.equals(f.getTitle())).findFirst().orElse(null);
	}

	private void take(final ClickThrough hands, final CommandInfo info) throws Exception {
		final String name = CommandCatalog.slug(info);
		final ImagePlus image = hands.image(info);
		if (image != null && image.getStackSize() > 1) EventQueue.invokeAndWait(() -> {
			image.setSlice(FRAME);
			image.setRoi(line(image));
		});
		final Set<Window> before = new HashSet<>();
		hands.run(info, dialog -> {
			final DialogHand hand = DialogHand.on(ClickThrough.title(info));
			for (final String key : new String[] { "output", "file", "movie", "echem", "folder", "plan", "parameters" })
				tidyPath(hand, key, hands.folder());
			if (hand.has("Preview")) {
				hand.press("Preview");
				DialogHand.await("the preview", () -> image.getOverlay() != null);
				save(name, image.getWindow(), dialog);
				hand.press("Preview");
			}
			else save(name, dialog);
			final String sample = SampleFolder.of(hands.folder(), CommandCatalog.label(info));
			hands.fill(hand, info, sample, Path.of(sample, "results", name).toString());
			before.addAll(showing());
			if (image != null) before.remove(image.getWindow());
		}, window -> save(name + "-result", results(before, image)));
		hands.tidy();
	}

	private static Line line(final ImagePlus image) {
		final String[] p = SampleFolder.LINE.split(",");
		final Line line = new Line(Double.parseDouble(p[0]), Double.parseDouble(p[1]), Double.parseDouble(p[2]), Double
			.parseDouble(p[3]));
		line.setImage(image);
		return line;
	}

	/** A picture shows no path of the machine it was taken on. */
	private static void tidyPath(final DialogHand hand, final String key, final Path folder) throws Exception {
		if (!hand.asks(key)) return;
		final String text = hand.text(key);
		if (text.startsWith(folder.toString())) hand.show(key, "sample" + text.substring(folder.toString().length()));
	}

	private static List<Window> showing() {
		return Arrays.stream(Window.getWindows()).filter(w -> w.isShowing() && (w instanceof ImageWindow ||
			w instanceof TextWindow) && !isLog(w)).collect(Collectors.toList());
	}

	/** What the command opened, and its image if it drew on it. */
	private static Window[] results(final Set<Window> before, final ImagePlus input) {
		final List<Window> windows = showing();
		windows.removeIf(w -> before.contains(w) || input != null && w == input.getWindow() && input.getOverlay() == null);
		return windows.toArray(new Window[0]);
	}

	private static boolean isLog(final Window w) {
		return "Log".equals(((Frame) w).getTitle());
	}

	/** Windows side by side, each with a bar that holds its title. */
	private void save(final String name, final Window... windows) throws Exception {
		if (!all && !SHOWN.contains(name)) return;
		final List<BufferedImage> parts = new ArrayList<>();
		for (final Window window : windows)
			if (window != null) parts.add(framed(window));
		if (parts.isEmpty()) return;
		int x = GAP;
		int y = GAP;
		int width = 0;
		int row = 0;
		final List<int[]> places = new ArrayList<>();
		for (final BufferedImage part : parts) {
			if (x > GAP && x + part.getWidth() > MOST) {
				x = GAP;
				y += row + GAP;
				row = 0;
			}
			places.add(new int[] { x, y });
			x += part.getWidth() + GAP;
			row = Math.max(row, part.getHeight());
			width = Math.max(width, x);
		}
		final BufferedImage all = new BufferedImage(width, y + row + GAP, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = all.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, all.getWidth(), all.getHeight());
		for (int i = 0; i < parts.size(); i++)
			g.drawImage(parts.get(i), places.get(i)[0], places.get(i)[1], null);
		g.dispose();
		write(all, pictures.resolve(name + ".png"));
	}

	private BufferedImage framed(final Window window) throws Exception {
		EventQueue.invokeAndWait(window::toFront);
		Thread.sleep(MILLIS_TO_PAINT);
		final Rectangle at = window.getBounds();
		if (window instanceof TextWindow) at.setSize(Math.min(at.width, MOST_OF_TABLE.width), Math.min(at.height,
			MOST_OF_TABLE.height));
		final BufferedImage content = robot.createScreenCapture(at);
		final BufferedImage framed = new BufferedImage(at.width + 2, at.height + BAR + 1, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = framed.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setColor(new Color(0x5b6b7b));
		g.fillRect(0, 0, framed.getWidth(), framed.getHeight());
		g.setColor(Color.WHITE);
		g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
		final String title = window instanceof Dialog ? ((Dialog) window).getTitle() : ((Frame) window).getTitle();
		g.drawString(title, 8, 15);
		g.drawImage(content, 1, BAR, null);
		g.dispose();
		return framed;
	}

	private static void write(final BufferedImage image, final Path file) throws IOException {
		// 256 colours are enough for windows and make the file a third
		final ImageProcessor indexed = new MedianCut((int[]) new ColorProcessor(image).getPixels(), image.getWidth(), image
			.getHeight()).convertToByte(256);
		indexed.setColorModel(whitened((IndexColorModel) indexed.getColorModel()));
		ImageIO.write(indexed.getBufferedImage(), "png", file.toFile());
	}

	/** White is averaged with its neighbours by the reduction, which shows where pictures lie on a white page. */
	private static IndexColorModel whitened(final IndexColorModel colours) {
		final byte[][] rgb = new byte[3][colours.getMapSize()];
		colours.getReds(rgb[0]);
		colours.getGreens(rgb[1]);
		colours.getBlues(rgb[2]);
		for (int i = 0; i < rgb[0].length; i++)
			if (Math.min(rgb[0][i] & 0xff, Math.min(rgb[1][i] & 0xff, rgb[2][i] & 0xff)) >= NEARLY_WHITE) for (final byte[] c : rgb)
				c[i] = (byte) 0xff;
		return new IndexColorModel(8, rgb[0].length, rgb[0], rgb[1], rgb[2]);
	}
}
