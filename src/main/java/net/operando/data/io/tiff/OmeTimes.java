package net.operando.data.io.tiff;

import java.time.Instant;
import java.util.Locale;

import net.operando.base.quantity.Calibration;
import net.operando.data.movie.PixelType;

/** The times of the frames of one OME-TIFF file: seconds since an instant. Immutable; the array given is kept. */
public final class OmeTimes {

	private final double[] seconds;
	private final Instant origin;
	private final double exposureSeconds;

	private OmeTimes(final double[] seconds, final Instant origin, final double exposureSeconds) {
		this.seconds = seconds;
		this.origin = origin;
		this.exposureSeconds = exposureSeconds;
	}

	/**
	 * @param seconds one time per frame
	 * @param origin instant of second 0
	 * @param exposureSeconds of a raw frame
	 */
	public static OmeTimes of(final double[] seconds, final Instant origin, final double exposureSeconds) {
		return new OmeTimes(seconds, origin, exposureSeconds);
	}

	/** The OME-XML (schema 2016-06) of a file of so many frames. */
	String xml(final OmeTiffRecord record, final int frames, final Calibration calibration) {
		final StringBuilder s = new StringBuilder(512 + 150 * frames);
		s.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").append(
			"<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ")
			.append(
				"xsi:schemaLocation=\"http://www.openmicroscopy.org/Schemas/OME/2016-06 http://www.openmicroscopy.org/Schemas/OME/2016-06/ome.xsd\" Creator=\"Operando\">");
		s.append("<Image ID=\"Image:0\"><AcquisitionDate>").append(origin).append("</AcquisitionDate>");
		s.append("<Pixels ID=\"Pixels:0\" DimensionOrder=\"XYZCT\" Type=\"").append(record.type == PixelType.FLOAT32 ? "float"
			: "uint16").append("\" SizeX=\"").append(record.width).append("\" SizeY=\"").append(record.height).append(
				"\" SizeZ=\"1\" SizeC=\"1\" SizeT=\"").append(frames).append("\" BigEndian=\"false\"");
		if (calibration.isKnown()) for (final char axis : new char[] { 'X', 'Y' })
			s.append(" PhysicalSize").append(axis).append("=\"").append(calibration.micrometresPerPixel()).append(
				"\" PhysicalSize").append(axis).append("Unit=\"\u00b5m\"");
		s.append("><Channel ID=\"Channel:0:0\" SamplesPerPixel=\"1\"/><TiffData IFD=\"0\" PlaneCount=\"").append(frames).append(
			"\"/>");
		for (int t = 0; t < frames; t++)
			s.append("<Plane TheZ=\"0\" TheC=\"0\" TheT=\"").append(t).append("\" DeltaT=\"").append(String.format(Locale.ROOT,
				"%.9f", seconds[t])).append("\" DeltaTUnit=\"s\" ExposureTime=\"").append(exposureSeconds).append(
					"\" ExposureTimeUnit=\"s\"/>");
		return s.append("</Pixels></Image></OME>").toString();
	}
}
