package net.operando.ui.live;

import java.awt.Button;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.GridLayout;
import java.awt.Label;
import java.awt.Panel;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;

import ij.IJ;
import ij.WindowManager;
import net.operando.acquire.engine.AcquisitionState;
import net.operando.acquire.engine.AcquisitionStatus;

/**
 * The window that says where a recording is, with the buttons that pause, resume and stop it. Closing it leaves the recording alone;
 * Escape still stops that. Event thread only.
 */
final class LivePanel extends Frame {

	static final String TITLE = "Operando recording";
	private static final int COLUMNS = 96;

	private final Label status = new Label("0".repeat(COLUMNS));
	private final Button pause = new Button("Pause");
	private final Button resume = new Button("Resume");
	private final Button stop = new Button("Stop");

	LivePanel(final RecordingControls controls) {
		super(TITLE);
		final Panel buttons = new Panel(new FlowLayout(FlowLayout.LEFT));
		pause.addActionListener(e -> controls.pause());
		resume.addActionListener(e -> controls.resume());
		stop.addActionListener(e -> controls.stop());
		buttons.add(pause);
		buttons.add(resume);
		buttons.add(stop);
		setLayout(new GridLayout(2, 1));
		add(status);
		add(buttons);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent e) {
				close();
			}
		});
		// as wide as a status may get
		pack();
		show(new AcquisitionStatus());
		// below ImageJ's own window, at the screen's left, so that there is room for the images
		final Rectangle toolbar = IJ.getInstance() == null ? new Rectangle() : IJ.getInstance().getBounds();
		setLocation(GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds().x, toolbar.y + toolbar.height);
		WindowManager.addWindow(this);
		setVisible(true);
	}

	/** Shows where it is; only what makes sense then can be pressed. */
	void show(final AcquisitionStatus now) {
		status.setText(now.toString());
		pause.setEnabled(now.state == AcquisitionState.RUNNING);
		resume.setEnabled(now.state == AcquisitionState.PAUSED);
		stop.setEnabled(now.state == AcquisitionState.RUNNING || now.state == AcquisitionState.PAUSED);
	}

	/** Nothing can be pressed any more: it is over, whether or not it was said how. */
	void over() {
		for (final Button button : new Button[] { pause, resume, stop })
			button.setEnabled(false);
	}

	private void close() {
		WindowManager.removeWindow(this);
		dispose();
	}
}
