package net.operando.analysis.fragment;

public final class Probe {
	public static void main(String[] a) {
		int from = Integer.parseInt(a[1]), to = Integer.parseInt(a[2]);
		StudyScene.Kind kind = StudyScene.Kind.valueOf(a[0]);
		double[] sum = new double[4]; int n = 0, cov = 0;
		for (long seed = from; seed < to; seed++) {
			long t = System.currentTimeMillis();
			StudyOutcome o = StudyOutcome.of(seed, kind);
			System.out.printf("%d %s px %dx%dx%d pattern %.2f lineage %b face %.2f lost %d called %d false %d undecided %d  %d ms%n", seed, kind, o.scene.movie.width(), o.scene.movie.height(), o.scene.movie.frameCount(), o.scene.pattern, o.lineageRight, o.worstFace, o.lost, o.called, o.falselyCalled, o.undecided, System.currentTimeMillis() - t);
			for (int i = 0; i < o.logErrors.size(); i++) System.out.printf("    truth %.3f err %+.3f stated %.3f%n", o.truths.get(i), o.logErrors.get(i), o.relativeErrorStated.get(i));
			if (o.called < o.lost || o.falselyCalled > 0 || o.undecided > 0) for (Fragment f : o.rod.fragments()) System.out.println("    " + f.id() + " " + f.contact() + " " + f.evidence());
			n += o.logErrors.size(); cov += o.covered;
			for (double e : o.logErrors) sum[0] += e * e;
			for (double e : o.relativeErrorStated) sum[1] += e * e;
		}
		System.out.printf("%s n %d rms err %.4f stated %.4f coverage %.3f%n", kind, n, Math.sqrt(sum[0] / n), Math.sqrt(sum[1] / n), (double) cov / n);
	}
}
