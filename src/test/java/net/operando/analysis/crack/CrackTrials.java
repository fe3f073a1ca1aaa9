package net.operando.analysis.crack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.operando.base.Parallel;
import net.operando.base.Progress;
import net.operando.base.quantity.TimeAxis;
import net.operando.data.movie.LinePath;
import net.operando.data.movie.Movie;

/** Many movies with or without a crack: what the study tabulates and the normal suite asserts. */
final class CrackTrials {

	/** A movie, where to look, and what is true of it. */
	static final class Case {

		/** Null once it has been analysed: hundreds would not fit. */
		final Movie movie;
		final TimeAxis times;
		final LinePath line;
		final int widthPixels;
		final boolean cracked;
		final double onset;
		final double position_um;
		final double speedNm;

		Case(final Movie movie, final TimeAxis times, final LinePath line, final int widthPixels, final boolean cracked,
			final double onset, final double position_um, final double speedNm)
		{
			this.movie = movie;
			this.times = times;
			this.line = line;
			this.widthPixels = widthPixels;
			this.cracked = cracked;
			this.onset = onset;
			this.position_um = position_um;
			this.speedNm = speedNm;
		}

		private Case withoutMovie() {
			return new Case(null, times, line, widthPixels, cracked, onset, position_um, speedNm);
		}

		static Case of(final CrackScene.Kind kind, final long seed) {
			final CrackScene s = new CrackScene(kind, seed);
			return new Case(s.movie(), s.times(), s.line, s.widthPixels, s.hasCrack, s.onset, s.position_um, s.speedNm);
		}
	}

	private static final Pattern NAMED = Pattern.compile("dark line that stays comes at ([0-9.]+) um");

	int movies;
	int cracks;
	int found;
	int falseAlarms;
	int onsetWithinTwo;
	int largestOnsetError;
	int covered;
	int onsetCovered;
	/** Movies in which a warning names a line, and those in which one is named within half a micrometre of the truth. */
	int warned;
	int warnedThere;
	double worstError;
	/** Seeds of the movies in which something was missed, invented, or late. */
	final List<Long> wrong = new ArrayList<>();
	private double sum;
	private double squares;
	private double stated;
	private double placeSum;
	private double placeSquares;
	private double lateNm;

	CrackTrials(final LongFunction<Case> cases, final int seeds, final long firstSeed) {
		final Case[] drawn = new Case[seeds];
		final CrackAnalysis[] analyses = new CrackAnalysis[seeds];
		Parallel.loop(seeds, Progress.NONE, "trying", s -> {
			final Case c = cases.apply(firstSeed + s);
			analyses[s] = CrackFinder.find(c.movie, c.line, new CrackParameters().withWidthPixels(c.widthPixels), Progress.NONE);
			drawn[s] = c.withoutMovie();
		});
		for (int s = 0; s < seeds; s++)
			one(drawn[s], analyses[s], firstSeed + s);
	}

	private void one(final Case c, final CrackAnalysis analysis, final long seed) {
		movies++;
		if (c.cracked) cracks++;
		boolean right = !c.cracked;
		final List<Double> named = new ArrayList<>();
		for (final String warning : analysis.warnings()) {
			final Matcher matcher = NAMED.matcher(warning);
			if (matcher.find()) named.add(Double.parseDouble(matcher.group(1)));
		}
		if (!named.isEmpty()) warned++;
		if (c.cracked && named.stream().anyMatch(place -> Math.abs(place - c.position_um) < 0.5)) warnedThere++;
		for (final Crack crack : analysis.cracks()) {
			final double place = crack.positionMetres() * 1e6 - c.position_um;
			// two cracks nearer than that are one to any eye
			if (!c.cracked || Math.abs(place) > 0.5) {
				falseAlarms++;
				right = false;
				continue;
			}
			found++;
			right = score(crack, c, place);
		}
		if (!right) wrong.add(seed);
	}

	private boolean score(final Crack crack, final Case c, final double place) {
		final int off = Math.abs(crack.onsetFrame() - c.times.firstAtOrAfter(c.onset));
		largestOnsetError = Math.max(largestOnsetError, off);
		if (off <= 2) onsetWithinTwo++;
		if (crack.onsetSeconds().covers(c.onset)) onsetCovered++;
		lateNm += (crack.onsetSeconds().value() - c.onset) * c.speedNm;
		final double error = crack.tipVelocity().value() * 1e9 / c.speedNm - 1;
		sum += error;
		squares += error * error;
		worstError = Math.max(worstError, Math.abs(error));
		stated += Math.pow(crack.tipVelocity().standardError() * 1e9 / c.speedNm, 2);
		if (crack.tipVelocity().covers(c.speedNm * 1e-9)) covered++;
		placeSum += place;
		placeSquares += place * place;
		return off <= 2;
	}

	/** Mean relative error of the speed. */
	double bias() {
		return sum / found;
	}

	/** Standard deviation of the relative error. */
	double scatter() {
		return Math.sqrt(Math.max(0, squares / found - bias() * bias()));
	}

	/** Root mean square of the relative standard errors stated. */
	double stated() {
		return Math.sqrt(stated / found);
	}

	double coverage() {
		return covered / (double) found;
	}

	double onsetCoverage() {
		return onsetCovered / (double) found;
	}

	/** How far the tip has run when the onset is stated, in nm, mean. */
	double lateNanometres() {
		return lateNm / found;
	}

	double placeRms_um() {
		return Math.sqrt(placeSquares / found);
	}
}
