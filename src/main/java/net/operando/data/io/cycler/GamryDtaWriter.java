package net.operando.data.io.cycler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import net.operando.base.InvalidInputException;
import net.operando.data.electrochem.CyclerRecord;

/**
 * Writes records as Gamry .DTA files, for samples, synthetic experiments and tests: one table CURVE, numbers with six
 * digits as Gamry prints them, times of day cut to whole seconds. Immutable; the {@code with} methods return changed
 * copies.
 */
public final class GamryDtaWriter {

	private DateOrder dateOrder = DateOrder.MDY;
	private boolean decimalComma;

	private GamryDtaWriter() {}

	/** Dates as m/d/yyyy, decimal points: a US computer. */
	public static GamryDtaWriter defaults() {
		return new GamryDtaWriter();
	}

	/** @param order DMY or MDY */
	public GamryDtaWriter withDateOrder(final DateOrder order) {
		if (order == DateOrder.AUTO) throw new InvalidInputException("Dates are written in an order: choose DMY or MDY.");
		final GamryDtaWriter w = new GamryDtaWriter();
		w.dateOrder = order;
		w.decimalComma = decimalComma;
		return w;
	}

	/** Decimal commas, as on many European computers. */
	public GamryDtaWriter withDecimalComma(final boolean comma) {
		final GamryDtaWriter w = new GamryDtaWriter();
		w.dateOrder = dateOrder;
		w.decimalComma = comma;
		return w;
	}

	/**
	 * Writes one record. Its tag is the file's TAG (PWR800_CHARGE, PWR800_DISCHARGE, PWR800_GALVANOSTATIC, CORPOT, ...);
	 * with CORPOT no current column is written, as Gamry does.
	 *
	 * @param record with a start, which is cut to whole seconds
	 * @throws InvalidInputException if the record has no start or no tag
	 * @throws IOException if the file system fails
	 */
	public void write(final CyclerRecord record, final Path file) throws IOException {
		Files.write(file, text(record).getBytes(StandardCharsets.ISO_8859_1));
	}

	/** What {@link #write} writes, as text; Gamry's own software appends to its file line by line in the same order. */
	public String text(final CyclerRecord record) {
		final LocalDateTime start = record.start().orElseThrow(() -> new InvalidInputException(
			"A Gamry file needs a start date and time: give the record one.")).truncatedTo(ChronoUnit.SECONDS);
		if (record.tag().isEmpty()) throw new InvalidInputException("A Gamry file needs a TAG: give the record one.");
		final boolean open = "CORPOT".equals(record.tag());
		final StringBuilder s = new StringBuilder("EXPLAIN\r\n");
		line(s, "TAG", record.tag());
		line(s, "TITLE", "LABEL", record.label(), "Test &Identifier");
		line(s, "DATE", "LABEL", date(start), "Date");
		line(s, "TIME", "LABEL", String.format(Locale.ROOT, "%d:%02d:%02d", start.getHour(), start.getMinute(), start
			.getSecond()), "Time");
		line(s, "NOTES", "NOTES", "1", "&Notes...");
		line(s, "", "");
		line(s, "PSTAT", "PSTAT", "IFC1010-00000", "Potentiostat");
		line(s, "SAMPLETIME", "QUANT", exponent(samplePeriod(record)), "Sa&mple Period (s)");
		line(s, "CURVE", "TABLE", Integer.toString(record.size()));
		line(s, open ? new String[] { "", "Pt", "T", "Vf", "Vm", "Ach", "Over" } : new String[] { "", "Pt", "T", "Vf", "Im",
			"Vu", "Sig", "Ach", "IERange", "Over" });
		line(s, open ? new String[] { "", "#", "s", "V vs. Ref.", "V", "V", "bits" } : new String[] { "", "#", "s",
			"V vs. Ref.", "A", "V", "V", "V", "#", "bits" });
		for (int i = 0; i < record.size(); i++) {
			final String v = exponent(record.voltageVolts(i));
			final String zero = exponent(0);
			if (open) line(s, "", Integer.toString(i), plain(record.timeSeconds(i)), v, v, zero, "...........");
			else line(s, "", Integer.toString(i), plain(record.timeSeconds(i)), v, exponent(record.currentAmperes(i)), zero,
				zero, zero, "10", "...........");
		}
		if (record.isAborted()) line(s, "EXPERIMENTABORTED", "TOGGLE", "T", "Experiment Aborted");
		return s.toString();
	}

	private static double samplePeriod(final CyclerRecord record) {
		return record.size() < 2 ? 0 : (record.timeSeconds(record.size() - 1) - record.timeSeconds(0)) / (record.size() -
			1);
	}

	private String date(final LocalDateTime d) {
		final int first = dateOrder == DateOrder.DMY ? d.getDayOfMonth() : d.getMonthValue();
		final int second = dateOrder == DateOrder.DMY ? d.getMonthValue() : d.getDayOfMonth();
		return first + "/" + second + "/" + d.getYear();
	}

	private static void line(final StringBuilder s, final String... fields) {
		s.append(String.join("\t", fields)).append("\r\n");
	}

	/** Six significant digits and three of exponent: 1.79106E+000. */
	private String exponent(final double value) {
		final String s = String.format(Locale.ROOT, "%.5E", value);
		final int e = s.indexOf('E');
		final String digits = s.substring(e + 2);
		return local(s.substring(0, e + 2) + (digits.length() == 2 ? "0" : "") + digits);
	}

	/** Six significant digits without exponent and without trailing zeros: 6.56833. */
	private String plain(final double value) {
		return local(new java.math.BigDecimal(value).round(new java.math.MathContext(6)).stripTrailingZeros()
			.toPlainString());
	}

	private String local(final String number) {
		return decimalComma ? number.replace('.', ',') : number;
	}
}
