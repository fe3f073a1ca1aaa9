package net.operando.ui.command.measure;

import java.util.List;

import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;
import net.operando.analysis.front.FrontAnalysis;
import net.operando.analysis.front.FrontCriterion;
import net.operando.analysis.front.FrontParameters;
import net.operando.analysis.front.FrontPolarity;
import net.operando.data.io.KymographTiff;
import net.operando.data.kymograph.Kymograph;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.ui.command.CommandCatalog;
import net.operando.ui.command.OperandoCommand;
import net.operando.ui.imagej.KymographImages;

/** A command that looks for fronts in a kymograph: which kymograph, and what is looked for. */
abstract class FrontSearchCommand extends OperandoCommand {

	@Parameter(label = "Kymograph", attrs = @Attr(name = "kind", value = "kymograph"),
		description = "A kymograph made by Line-Cut Kymograph, or any image with time along one axis and position along the other.")
	private ImagePlus image;

	@Parameter(label = "Time axis", persist = false, choices = { "x", "y" }, style = "group:A kymograph from elsewhere",
		description = "Axis along which time runs in a kymograph from elsewhere; ours have it along x.")
	private String timeaxis = "x";

	@Parameter(label = "Criterion", persist = false, choices = { "half_max", "extremum", "zero_crossing", "arrival" }, style = "group:Fronts",
		description = "What is meant by the position of the front: outermost half of the largest rate, largest rate, change of sign, or arrival at the centre.")
	private String criterion = "half_max";

	@Parameter(label = "Polarity", persist = false, choices = { "Bright", "Dark", "Both" }, style = "group:Fronts",
		description = "Whether to look for brightening fronts, darkening ones, or both.")
	private String polarity = "Both";

	@Parameter(label = "Smoothing (um)", persist = false, required = false, min = "0", style = "group:Fronts",
		description = "Width along the line over which a column is averaged, in um; 0 chooses it by the noise.")
	private double smoothingum;

	@Parameter(label = "From (s)", persist = false, required = false, style = "group:When", attrs = @Attr(name = "kind", value = "number"),
		description = "Columns before this time are not looked at; empty begins with the first.")
	private String fromseconds = "";

	@Parameter(label = "To (s)", persist = false, required = false, style = "group:When", attrs = @Attr(name = "kind", value = "number"),
		description = "Columns after this time are not looked at; empty ends with the last.")
	private String toseconds = "";

	@Parameter(label = "Most fronts", persist = false, min = "1", style = "group:Fronts",
		description = "Largest number of fronts reported, the clearest first.")
	private int maxfronts = 4;

	@Parameter(label = "Values", persist = false, required = false, choices = { "Intensity", "Intensity Rate" }, style = "group:A kymograph from elsewhere",
		description = "What the values of a kymograph from elsewhere are; ours say it themselves.")
	private String values = "Intensity";

	@Parameter(label = "Frame interval (s)", persist = false, required = false, min = "0", style = "group:A kymograph from elsewhere", attrs = @Attr(name = "kind", value = "once"),
		description = "Time per column of a kymograph from elsewhere, in s; 0 takes it from the image.")
	private double frameintervalseconds;

	@Parameter(label = "Pixel size (um)", persist = false, required = false, min = "0", style = "group:A kymograph from elsewhere", attrs = @Attr(name = "kind", value = "once"),
		description = "Distance per row of a kymograph from elsewhere, in um; 0 takes it from the image.")
	private double pixelsizeum;

	/** The image of the kymograph, also where a figure of it is given. */
	protected final ImagePlus image() {
		return KymographImages.behind(image);
	}

	/** The kymograph in the image, with axes as given. */
	protected final Kymograph kymograph() {
		return KymographImages.read(image(), timeaxis, frameintervalseconds, pixelsizeum, choice(KymographQuantity.class,
			values, "values"));
	}

	@Override
	protected void check() {
		search();
		kymograph();
	}

	/** Whether time runs down the image; along our own kymographs it never does. */
	protected final boolean isTimeAlongY() {
		return timeaxis.equals("y") && !KymographTiff.isKymograph(image());
	}

	/** Says what else must be known of a result: what of it was given in vain, and that there is nothing. */
	protected final void warnBesides(final FrontAnalysis found) {
		if (KymographTiff.isKymograph(image()) && (timeaxis.equals("y") || frameintervalseconds != 0 || pixelsizeum != 0)) warn(List.of(
			"The kymograph says its times and positions itself: timeaxis, frameintervalseconds and pixelsizeum were not used."));
		if (found.fronts().isEmpty()) warn(List.of(
			"No front was found: nothing that moves stands above the noise; average more frames or a wider line, take a longer lag, or check polarity, fromseconds and toseconds."));
	}

	/** What was given, as a macro says it: what is empty or left at a default that may be left out is not said. */
	protected final String options() {
		final StringBuilder options = new StringBuilder("timeaxis=" + timeaxis + " criterion=" + criterion + " polarity=" + polarity +
			" smoothingum=" + CommandCatalog.text(smoothingum));
		if (!fromseconds.trim().isEmpty()) options.append(" fromseconds=").append(fromseconds.trim());
		if (!toseconds.trim().isEmpty()) options.append(" toseconds=").append(toseconds.trim());
		return options.append(" maxfronts=").append(maxfronts).append(" values=[").append(values).append(
			"] frameintervalseconds=").append(CommandCatalog.text(frameintervalseconds)).append(" pixelsizeum=").append(CommandCatalog
				.text(pixelsizeum)).toString();
	}

	/** What is looked for. */
	protected final FrontParameters search() {
		return new FrontParameters().withCriterion(FrontCriterion.parse(criterion)).withPolarity(FrontPolarity.parse(polarity))
			.withSmoothing(smoothingum).between(number(fromseconds, "fromseconds"), number(toseconds, "toseconds"))
			.withMaxFronts(maxfronts);
	}
}
