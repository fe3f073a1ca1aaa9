package net.operando.ui.dialog;

import java.awt.BorderLayout;
import java.awt.Dialog;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.event.KeyEvent;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.event.HyperlinkEvent;

import ij.IJ;
import ij.gui.GUI;

/** The documentation that comes in the jar, so that it is there without a network. Stays open beside a dialog and after it. */
final class HelpWindow {

	private static final int WIDTH_EMS = 64;
	private static final int HEIGHT_EMS = 48;

	private final JFrame window = new JFrame();
	private final JEditorPane text = new JEditorPane("text/html", "");
	private final JButton back = new JButton("Back");
	private final Deque<String> pages = new ArrayDeque<>();
	private final Font font;

	private HelpWindow(final Font font) {
		this.font = font;
		// otherwise the dialog it was opened from would hold it back
		window.setModalExclusionType(Dialog.ModalExclusionType.APPLICATION_EXCLUDE);
		window.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
		text.setEditable(false);
		text.setBorder(BorderFactory.createEmptyBorder(font.getSize(), font.getSize(), font.getSize(), font.getSize()));
		text.addHyperlinkListener(e -> {
			if (e.getEventType() == HyperlinkEvent.EventType.ACTIVATED) follow(e.getDescription());
		});
		back.setFont(font);
		back.setMnemonic(KeyEvent.VK_B);
		back.addActionListener(e -> back());
		final JButton close = new JButton("Close");
		close.setFont(font);
		close.setMnemonic(KeyEvent.VK_C);
		close.addActionListener(e -> window.dispose());
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
		buttons.add(back);
		buttons.add(close);
		window.add(new JScrollPane(text), BorderLayout.CENTER);
		window.add(buttons, BorderLayout.PAGE_END);
		window.getRootPane().registerKeyboardAction(e -> window.dispose(), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
			JComponent.WHEN_IN_FOCUSED_WINDOW);
		window.setSize(WIDTH_EMS * font.getSize(), Math.min(HEIGHT_EMS * font.getSize(), GUI.getMaxWindowBounds(window).height));
		GUI.centerOnImageJScreen(window);
	}

	/** @param page below the documentation's folder, such as "commands/find-rods.md" */
	static void open(final String page, final Font font) {
		final HelpWindow help = new HelpWindow(font);
		help.follow(page);
		help.window.setVisible(true);
	}

	private void follow(final String link) {
		if (link.matches("https?:.*")) {
			IJ.runPlugIn("ij.plugin.BrowserLauncher", link);
			return;
		}
		final String page = link.replaceAll("#.*$", "");
		if (!page.isEmpty()) {
			pages.push(page);
			show(page);
		}
		if (link.contains("#")) text.scrollToReference(link.substring(link.indexOf('#') + 1));
	}

	private void back() {
		if (pages.size() < 2) return;
		pages.pop();
		show(pages.peek());
	}

	private void show(final String page) {
		final HelpPage content = HelpPage.of(page);
		window.setTitle(content.title() + " - Operando");
		text.setText(content.html(font));
		text.setCaretPosition(0);
		back.setEnabled(pages.size() > 1);
	}
}
