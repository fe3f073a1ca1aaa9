package net.operando.ui.dialog;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ActionListener;
import java.awt.event.KeyEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.UIManager;

import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.GUI;
import net.operando.ui.command.CommandCall;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.command.Previewed;

/**
 * Asks for a command's inputs. What cannot be meant is marked and said at once, and OK stays off until it is put right;
 * Escape gives up, Enter is OK, every input and button has a key. Nothing is left behind when the user gives up.
 */
public final class CommandDialog {

	private static final Color WRONG = new Color(0xa51d0c);
	private static final int MILLIS_UNTIL_PREVIEW = 250;

	private final CommandCall call;
	private final Map<ModuleItem<?>, Object> byItself = new LinkedHashMap<>();
	private final List<InputField> fields = new ArrayList<>();
	private final RememberedInputs memory;
	private final Font font;
	private final JDialog window;
	private final JTextArea message = new JTextArea(2, 20);
	private final JButton ok = new JButton("OK");
	private final JCheckBox previewing = new JCheckBox("Preview");
	private final JCheckBox remember = new JCheckBox("Remember");
	private final Timer preview = new Timer(MILLIS_UNTIL_PREVIEW, e -> showPreview());
	private OverlayPreview shown;
	private boolean agreed;

	private CommandDialog(final CommandCall call, final Collection<ModuleItem<?>> asked) {
		this.call = call;
		final Font usual = UIManager.getFont("Label.font");
		font = (usual == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 12) : usual.deriveFont(Font.PLAIN)).deriveFont(
			(float) ((usual == null ? 12 : usual.getSize()) * Prefs.getGuiScale()));
		final Frame owner = IJ.getInstance() != null && IJ.getInstance().isShowing() ? IJ.getInstance() : null;
		window = new JDialog(owner, CommandCatalog.plain(CommandCatalog.label(call.info())), Dialog.ModalityType.APPLICATION_MODAL);
		memory = new RememberedInputs(call);
		for (final ModuleItem<?> item : asked) {
			byItself.put(item, call.given(item));
			fields.add(new InputField(item, call.given(item), font, this::check));
		}
		build();
	}

	/**
	 * Shows the dialog and waits for its user. May be called from any thread but shows itself in the event thread.
	 *
	 * @param call is given the inputs
	 * @param asked the inputs to ask for
	 * @return the texts by macro key, without those that are empty; nothing if the user gave up
	 */
	public static Optional<Map<String, String>> ask(final CommandCall call, final Collection<ModuleItem<?>> asked) {
		if (EventQueue.isDispatchThread()) return new CommandDialog(call, asked).ask();
		final List<Optional<Map<String, String>>> answer = new ArrayList<>();
		try {
			EventQueue.invokeAndWait(() -> answer.add(new CommandDialog(call, asked).ask()));
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException("the dialog of " + CommandCatalog.label(call.info()) + " failed", e.getCause());
		}
		return answer.get(0);
	}

	private void build() {
		final int gap = font.getSize() / 2;
		final Map<String, JComponent> first = new LinkedHashMap<>();
		for (final ModuleItem<?> item : CommandCatalog.inputs(call.info()))
			if (item.getType() == ImagePlus.class && call.given(item) != null) first.put(item.getLabel(), ImageNote.of(
				(ImagePlus) call.given(item), font));
		final List<String> kept = memory.giveTo(fields);
		final JTextArea about = text(String.valueOf(call.info().getDescription()));
		final JPanel top = new JPanel(new BorderLayout(0, gap));
		top.add(about, BorderLayout.PAGE_START);
		final JScrollPane inputs = new JScrollPane(InputGroups.panel(fields, first, font));
		inputs.setBorder(BorderFactory.createEmptyBorder());
		inputs.getVerticalScrollBar().setUnitIncrement(2 * font.getSize());
		top.add(inputs, BorderLayout.CENTER);
		message.setFont(font);
		message.setEditable(false);
		message.setFocusable(false);
		message.setOpaque(false);
		message.setLineWrap(true);
		message.setWrapStyleWord(true);
		message.setName("message");
		final JPanel content = new JPanel(new BorderLayout(0, gap));
		content.setBorder(BorderFactory.createEmptyBorder(2 * gap, 2 * gap, gap, 2 * gap));
		content.add(top, BorderLayout.CENTER);
		final JPanel bottom = new JPanel(new BorderLayout(0, gap));
		bottom.add(message, BorderLayout.CENTER);
		bottom.add(buttons(gap), BorderLayout.PAGE_END);
		content.add(bottom, BorderLayout.PAGE_END);
		window.setContentPane(content);
		window.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
		window.getRootPane().setDefaultButton(ok);
		window.getRootPane().registerKeyboardAction(e -> window.dispose(), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
			JComponent.WHEN_IN_FOCUSED_WINDOW);
		preview.setRepeats(false);
		new Mnemonics().give(content, fields);
		// a wrapped text knows its height only once it knows its width
		window.pack();
		about.setSize(inputs.getWidth(), Short.MAX_VALUE);
		about.setPreferredSize(new Dimension(inputs.getPreferredSize().width, about.getPreferredSize().height));
		window.pack();
		check();
		if (!kept.isEmpty() && message.getText().isEmpty()) say("From last time: " + String.join(", ", kept) +
			". Defaults brings the usual values back.", false);
	}

	private JTextArea text(final String words) {
		final JTextArea area = new JTextArea(words);
		area.setFont(font);
		area.setEditable(false);
		area.setFocusable(false);
		area.setOpaque(false);
		area.setLineWrap(true);
		area.setWrapStyleWord(true);
		return area;
	}

	private JPanel buttons(final int gap) {
		final JPanel left = new JPanel(new FlowLayout(FlowLayout.LEADING, gap, 0));
		final JPanel right = new JPanel(new FlowLayout(FlowLayout.TRAILING, gap, 0));
		left.add(button(new JButton("Help"), "The page of this command in the documentation.", e -> HelpWindow.open(
			HelpPage.nameOf(call.info()), font)));
		left.add(button(new JButton("Defaults"), "All inputs as the command has them by itself.", e -> defaults()));
		final boolean any = fields.stream().anyMatch(f -> net.operando.ui.command.InputKind.of(f.item()).isWorthRemembering(f
			.item()));
		remember.setFont(font);
		remember.setSelected(memory.isOn());
		remember.setToolTipText(
			"Start with these numbers, switches and choices next time; files, lines and what belongs to one recording are not kept.");
		if (any) left.add(remember);
		previewing.setFont(font);
		previewing.setToolTipText("Show on the image what the current frame becomes; nothing is changed by it.");
		previewing.addActionListener(e -> check());
		if (call.command() instanceof Previewed && image() != null) left.add(previewing);
		button(ok, null, e -> agree());
		final JButton cancel = button(new JButton("Cancel"), null, e -> window.dispose());
		right.add(IJ.isMacOSX() ? cancel : ok);
		right.add(IJ.isMacOSX() ? ok : cancel);
		final JPanel row = new JPanel(new BorderLayout(4 * gap, 0));
		row.add(left, BorderLayout.LINE_START);
		row.add(right, BorderLayout.LINE_END);
		return row;
	}

	private JButton button(final JButton button, final String tip, final ActionListener action) {
		button.setFont(font);
		button.setToolTipText(tip);
		button.addActionListener(action);
		return button;
	}

	private void defaults() {
		for (final InputField field : fields)
			field.show(field.initial());
		check();
	}

	/** Says at once what is wrong or missing, and lets OK be pressed only if nothing is. */
	private void check() {
		String wrong = null;
		String missing = null;
		for (final InputField field : fields) {
			final String problem = field.check();
			if (wrong == null) wrong = problem;
			if (missing == null && field.isMissing()) missing = field.item().getLabel() + " is empty: fill it in.";
		}
		if (wrong == null && missing == null) {
			giveTo(call);
			wrong = call.command().problem();
		}
		ok.setEnabled(wrong == null && missing == null);
		say(wrong != null ? wrong : missing == null ? "" : missing, wrong != null);
		if (previewing.isSelected() && ok.isEnabled()) preview.restart();
		else {
			preview.stop();
			if (shown != null) shown.remove();
		}
	}

	private void say(final String sentence, final boolean isWrong) {
		message.setForeground(isWrong ? WRONG : new JLabel().getForeground());
		message.setText(sentence);
		if (!window.isShowing()) return;
		// a long sentence must not take the room of the inputs
		final int lacking = message.getPreferredSize().height - message.getHeight();
		if (lacking > 0) window.setSize(window.getWidth(), window.getHeight() + lacking);
		window.validate();
	}

	private void giveTo(final CommandCall to) {
		for (final InputField field : fields)
			field.giveTo(to, byItself.get(field.item()));
	}

	private void showPreview() {
		final CommandCall other = call.another();
		giveTo(other);
		if (shown == null) shown = new OverlayPreview(image(), s -> say(s, false));
		shown.show((Previewed) other.command());
	}

	private void agree() {
		if (!ok.isEnabled()) return;
		agreed = true;
		memory.keep(remember.isSelected(), fields);
		window.dispose();
	}

	private Optional<Map<String, String>> ask() {
		place(window, image());
		try {
			window.setVisible(true);
		}
		finally {
			preview.stop();
			if (shown != null) shown.close();
		}
		if (!agreed) return Optional.empty();
		giveTo(call);
		final Map<String, String> given = new LinkedHashMap<>();
		for (final InputField field : fields)
			if (!field.text().isEmpty()) given.put(CommandCatalog.key(field.item()), field.text());
		return Optional.of(given);
	}

	/** @return null if the command works on none */
	private ImagePlus image() {
		for (final ModuleItem<?> item : CommandCatalog.inputs(call.info()))
			if (item.getType() == ImagePlus.class) return (ImagePlus) call.given(item);
		return null;
	}

	/** Beside the image if there is room, so that a preview can be seen; no larger than the screen. */
	private static void place(final Window dialog, final ImagePlus image) {
		final Rectangle screen = GUI.getMaxWindowBounds(IJ.getInstance());
		dialog.setSize(Math.min(dialog.getWidth() + 20, screen.width), Math.min(dialog.getHeight(), screen.height));
		final Window beside = image == null ? null : image.getWindow();
		if (beside != null) {
			final int y = Math.max(screen.y, Math.min(beside.getY(), screen.y + screen.height - dialog.getHeight()));
			for (final int x : new int[] { beside.getX() + beside.getWidth() + 4, beside.getX() - dialog.getWidth() - 4 })
				if (x >= screen.x && x + dialog.getWidth() <= screen.x + screen.width) {
					dialog.setLocation(x, y);
					return;
				}
		}
		GUI.centerOnImageJScreen(dialog);
	}
}
