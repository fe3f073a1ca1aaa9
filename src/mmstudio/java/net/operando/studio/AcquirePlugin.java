package net.operando.studio;

import java.util.Map;
import java.util.function.Consumer;

import ij.IJ;

import org.micromanager.MenuPlugin;
import org.micromanager.data.DataManager;
import org.scijava.plugin.Plugin;

/**
 * Studio's menu item for recording. While the command runs Studio's live view is suspended, since both would read the camera's one
 * buffer; afterwards it goes on if it was on. Some frames per second are handed to Studio's live window through a function that
 * is made of types of the JDK alone, because the command lives behind another class loader.
 */
@Plugin(type = MenuPlugin.class)
public class AcquirePlugin extends OperandoMenuPlugin {

	/** The key among the system's properties under which the command finds where to show frames. */
	static final String DISPLAY = "operando.display";

	private volatile boolean busy;

	/** For Studio, which makes one. */
	public AcquirePlugin() {
		super("Acquire Operando Movie...");
	}

	@Override
	void run() {
		if (busy) {
			studio().logs().showError("A recording is running already: stop it first, or wait for its end.");
			return;
		}
		busy = true;
		// Studio calls from the thread of its windows, which must not wait for a recording
		new Thread(this::record, "Operando acquisition").start();
	}

	/** Runs the command to its end. */
	void record() {
		final Consumer<Map<String, Object>> display = this::show;
		try {
			studio().live().setSuspended(true);
			System.getProperties().put(DISPLAY, display);
			IJ.run(label());
		}
		finally {
			System.getProperties().remove(DISPLAY, display);
			studio().live().setSuspended(false);
			busy = false;
		}
	}

	/** @param frame "pixels" (short[]), "width" and "height" (Integer) */
	void show(final Map<String, Object> frame) {
		final DataManager data = studio().data();
		studio().live().displayImage(data.createImage(frame.get("pixels"), (Integer) frame.get("width"), (Integer) frame.get(
			"height"), 2, 1, data.getCoordsBuilder().build(), data.getMetadataBuilder().build()));
	}

	@Override
	public String getHelpText() {
		return "Records a movie by a plan, on one clock with the potentiostat, with the devices that are configured here.";
	}
}
