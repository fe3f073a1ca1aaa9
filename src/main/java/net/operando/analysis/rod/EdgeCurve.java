package net.operando.analysis.rod;

import java.util.Arrays;

/**
 * The blurred edge of a rod's end, {@code P(y) = G * [gain C(y) (1 - H) + H R(u)]} with y outward and u = (end - y) / stretch
 * inward. C and R are straight between nodes, so the convolution with the Gaussian is exact. Evaluates P and its derivatives at
 * one place at a time; not thread-safe.
 */
final class EdgeCurve {

	/** Of a frame: place of the end, gain of the carbon, brightness of the rod at its end, its slope per pixel of depth. */
	static final int END = 0;
	static final int GAIN = 1;
	static final int BRIGHTNESS = 2;
	static final int SLOPE = 3;
	static final int PER_FRAME = 4;
	private static final double LEAST_BRIGHTNESS = 0.05;
	/** Of the difference that the derivative by the scale of the blur is taken over. */
	private static final double SCALE_STEP = 1e-4;
	/** Widths of the feet of the point spread, which no microscope's lacks, over that of its core. */
	private static final double[] FEET = { 2, 5 };

	final int rodNodes;
	final int carbonNodes;
	final double spacing;
	private final double carbonFrom;
	/** Of the whole blur; the one that the scale among the nodes multiplies. */
	private final double nominalSigma;
	private double sigma;
	/** Derivatives by the four of the frame. */
	final double[] byFrame = new double[PER_FRAME];
	/** Derivatives by the texture at the rod's nodes, by the carbon's, by the scale of the blur and the shares of its feet. */
	final double[] byNode;
	private final double[] coreByFrame = new double[PER_FRAME];
	private final double[] coreByNode;
	private final double[] sumByFrame = new double[PER_FRAME];
	private final double[] sumByNode;
	private final double[] byFoot = new double[FEET.length];
	private final double[] share;

	/**
	 * @param rodDepth pixels of rod described by nodes
	 * @param carbonFrom innermost place of the carbon's nodes; @param carbonTo outermost
	 * @param sigma of the whole blur, in pixels
	 */
	EdgeCurve(final double rodDepth, final double carbonFrom, final double carbonTo, final double spacing,
		final double sigma)
	{
		this.spacing = spacing;
		this.carbonFrom = carbonFrom;
		this.nominalSigma = sigma;
		this.sigma = sigma;
		rodNodes = (int) Math.ceil(rodDepth / spacing) + 1;
		carbonNodes = (int) Math.ceil((carbonTo - carbonFrom) / spacing) + 1;
		byNode = new double[rodNodes + carbonNodes + 1 + FEET.length];
		coreByNode = new double[byNode.length];
		sumByNode = new double[byNode.length];
		share = new double[rodNodes];
	}

	/** Number of parameters of the blur: its scale and its feet, last among the nodes. */
	static int blurs() {
		return 1 + FEET.length;
	}

	int nodes() {
		return byNode.length;
	}

	/**
	 * The value, and the derivatives in {@link #byFrame} and {@link #byNode}.
	 *
	 * @param y place, outward
	 * @param frame the four of the frame
	 * @param texture q at the rod's nodes, C at the carbon's, the scale of the blur, and the shares of its feet
	 */
	double at(final double y, final double[] frame, final double stretch, final double[] texture) {
		final int first = texture.length - FEET.length;
		final double scale = texture[first - 1];
		sigma = nominalSigma * scale * (1 + SCALE_STEP);
		final double slightlyWider = value(y, frame, stretch, texture);
		sigma = nominalSigma * scale;
		final double core = value(y, frame, stretch, texture);
		System.arraycopy(byFrame, 0, coreByFrame, 0, byFrame.length);
		System.arraycopy(byNode, 0, coreByNode, 0, byNode.length);
		double sum = core;
		for (int k = 0; k < FEET.length; k++) {
			final double share = texture[first + k];
			sigma = FEET[k] * nominalSigma * scale;
			final double wide = value(y, frame, stretch, texture);
			sum += share * (wide - core);
			for (int i = 0; i < byFrame.length; i++)
				sumByFrame[i] = (k == 0 ? coreByFrame[i] : sumByFrame[i]) + share * (byFrame[i] - coreByFrame[i]);
			for (int i = 0; i < byNode.length; i++)
				sumByNode[i] = (k == 0 ? coreByNode[i] : sumByNode[i]) + share * (byNode[i] - coreByNode[i]);
			byFoot[k] = wide - core;
		}
		System.arraycopy(sumByFrame, 0, byFrame, 0, byFrame.length);
		System.arraycopy(sumByNode, 0, byNode, 0, byNode.length);
		byNode[first - 1] = (slightlyWider - core) / (SCALE_STEP * scale);
		System.arraycopy(byFoot, 0, byNode, first, FEET.length);
		return sum;
	}

	private double value(final double y, final double[] frame, final double stretch, final double[] texture) {
		Arrays.fill(byNode, 0);
		final double peak = NormalCurve.density((y - frame[END]) / sigma) / sigma;
		final double rod = rod(y, frame, stretch, texture);
		final double carbon = carbon(y, frame, texture);
		byFrame[END] += (brightness(frame, 0) + Math.sqrt(brightness(frame, 0)) * texture[0] - frame[GAIN] * carbonAt(
			frame[END], texture)) * peak;
		byFrame[GAIN] = carbon;
		for (int m = rodNodes; m < rodNodes + carbonNodes; m++)
			byNode[m] *= frame[GAIN];
		return rod + frame[GAIN] * carbon;
	}

	private double brightness(final double[] frame, final int node) {
		return Math.max(LEAST_BRIGHTNESS, frame[BRIGHTNESS] + frame[SLOPE] * node * spacing);
	}

	private double rod(final double y, final double[] frame, final double stretch, final double[] texture) {
		Arrays.fill(share, 0);
		double b = frame[END];
		double integralB = NormalCurve.integral((y - b) / sigma);
		double densityB = NormalCurve.density((y - b) / sigma);
		double slopes = 0;
		double valueB = brightness(frame, 0) + Math.sqrt(brightness(frame, 0)) * texture[0];
		for (int k = 0; k < rodNodes - 1; k++) {
			final double a = b - spacing * stretch;
			final double integralA = NormalCurve.integral((y - a) / sigma);
			final double densityA = NormalCurve.density((y - a) / sigma);
			final double mass = integralA - integralB;
			final double moment = y * mass + sigma * (densityA - densityB);
			share[k] += (moment - a * mass) / (b - a);
			share[k + 1] += (b * mass - moment) / (b - a);
			final double light = brightness(frame, k + 1);
			final double valueA = light + Math.sqrt(light) * texture[k + 1];
			slopes += (valueA - valueB) / (b - a) * mass;
			b = a;
			integralB = integralA;
			densityB = densityA;
			valueB = valueA;
		}
		share[rodNodes - 1] += 1 - integralB;
		byFrame[END] = slopes;
		byFrame[BRIGHTNESS] = 0;
		byFrame[SLOPE] = 0;
		double sum = 0;
		for (int k = 0; k < rodNodes; k++) {
			final double light = brightness(frame, k);
			final double root = Math.sqrt(light);
			sum += share[k] * (light + root * texture[k]);
			final double byLight = share[k] * (1 + 0.5 * texture[k] / root);
			byFrame[BRIGHTNESS] += byLight;
			byFrame[SLOPE] += byLight * k * spacing;
			byNode[k] = share[k] * root;
		}
		return sum;
	}

	/** The blurred carbon outside the end, without its gain. */
	private double carbon(final double y, final double[] frame, final double[] texture) {
		final double end = frame[END];
		double sum = 0;
		if (end < carbonFrom) add(rodNodes, NormalCurve.integral((y - end) / sigma) - NormalCurve.integral((y - carbonFrom) /
			sigma));
		for (int m = 0; m < carbonNodes - 1; m++) {
			final double a = carbonFrom + m * spacing;
			final double b = a + spacing;
			if (b <= end) continue;
			final double from = Math.max(a, end);
			final double zFrom = (y - from) / sigma;
			final double zTo = (y - b) / sigma;
			final double mass = NormalCurve.integral(zFrom) - NormalCurve.integral(zTo);
			final double moment = y * mass + sigma * (NormalCurve.density(zFrom) - NormalCurve.density(zTo));
			add(rodNodes + m, (b * mass - moment) / spacing);
			add(rodNodes + m + 1, (moment - a * mass) / spacing);
		}
		final double last = carbonFrom + (carbonNodes - 1) * spacing;
		add(rodNodes + carbonNodes - 1, NormalCurve.integral((y - Math.max(last, end)) / sigma));
		for (int m = rodNodes; m < rodNodes + carbonNodes; m++)
			sum += byNode[m] * texture[m];
		return sum;
	}

	private void add(final int node, final double value) {
		byNode[node] += value;
	}

	private double carbonAt(final double y, final double[] texture) {
		final double at = Math.max(0, Math.min(carbonNodes - 1.000001, (y - carbonFrom) / spacing));
		final int m = (int) at;
		return texture[rodNodes + m] + (at - m) * (texture[rodNodes + m + 1] - texture[rodNodes + m]);
	}
}
