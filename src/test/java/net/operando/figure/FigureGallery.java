package net.operando.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.imageio.ImageIO;

import net.operando.base.Progress;
import net.operando.base.quantity.Estimate;
import net.operando.data.kymograph.KymographQuantity;
import net.operando.figure.report.ReportPage;
import net.operando.figure.report.ReportTable;
import net.operando.figure.video.AnnotatedVideo;

/** Draws every figure, a report and two videos of synthetic data into the folder given as argument, to be looked at. */
public final class FigureGallery {

	private FigureGallery() {}

	public static void main(final String[] args) throws IOException {
		final Path folder = Files.createDirectories(Paths.get(args[0]));
		for (final Map.Entry<String, Figure> entry : figures().entrySet()) {
			FigureWriter.writeSvg(entry.getValue(), folder.resolve(entry.getKey() + ".svg"));
			FigureWriter.writePng(entry.getValue(), folder.resolve(entry.getKey() + ".png"));
			System.out.println(entry.getKey() + ": " + entry.getValue().description());
		}
		report().write(folder.resolve("report.html"));
		final AnnotatedVideo differential = differentialVideo();
		final AnnotatedVideo raw = rawVideo();
		differential.write(folder.resolve("differential.avi"), Progress.NONE);
		raw.write(folder.resolve("raw.avi"), Progress.NONE);
		ImageIO.write(differential.still(14), "png", folder.resolve("differential-still.png").toFile());
		ImageIO.write(raw.still(40), "png", folder.resolve("raw-still.png").toFile());
	}

	static Map<String, Figure> figures() {
		final Map<String, Figure> figures = new LinkedHashMap<>();
		figures.put("kymograph-double", FigureSamples.measuredAndSimulated());
		figures.put("kymograph-single", FigureSamples.singleColumn());
		figures.put("kymograph-three", FigureSamples.intensityAndRate());
		figures.put("differential", FigureSamples.differentialImages());
		figures.put("capacity", FigureSamples.capacities());
		figures.put("plots", FigureSamples.plots());
		figures.put("plot-single", LinePlotFigure.of(java.util.List.of(FigureSamples.length()), 1));
		figures.put("rates", FigureSamples.rates());
		figures.put("elongation", FigureSamples.elongations());
		return figures;
	}

	static AnnotatedVideo differentialVideo() {
		return AnnotatedVideo.of(FigureSamples.differentialMovie(), KymographQuantity.INTENSITY_RATE).titled(
			"Differential, lag 1 s, 5C").withTrace(FigureSamples.voltage(), FigureSamples.bands());
	}

	static AnnotatedVideo rawVideo() {
		return AnnotatedVideo.of(FigureSamples.rawMovie(), KymographQuantity.INTENSITY).titled("Scattered light, 740 nm")
			.withTrace(FigureSamples.voltage(), FigureSamples.bands());
	}

	static ReportPage report() {
		return ReportPage.titled("Rod 1, 5C lithiation").subtitle("movie rod1.tdms, 2026-11-22").warning(
			"The frame times are nominal: the file states only a rate.").warning(
				"The clock offset comes from timestamps of 1 s resolution.").heading("Summary").table(ReportTable.ofEstimates(
					"Fronts").estimate("Front from the start", Estimate.normal(760, 51, 12, "half_max"), "nm/s").estimate(
						"Front from the end", Estimate.normal(600, 68, 12, "half_max"), "nm/s").estimate("Meeting time", Estimate
							.normal(15.3, 0.42, 24, "line_crossing"), "s").estimate("Third front", Estimate.none(3, "too_few"), "nm/s"))
			.heading("Fronts").figure(FigureSamples.measuredAndSimulated(),
				"Voltage and current over the measured and the simulated kymograph.").figure(FigureSamples.differentialImages(),
					"Differential images.").heading("Electrochemistry").figure(FigureSamples.capacities(), "Capacities per half cycle.")
			.link("videos/differential.avi", "Differential video (AVI)").parameters("{\n  \"lagSeconds\": 1,\n  \"criterion\": \"half_max\"\n}")
			.input("rod1.tdms", 1234567890L,
				"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08").version("Operando 0.1.0");
	}
}
