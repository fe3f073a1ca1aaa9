package net.operando.data.io.cycler;

/** How a numeric date such as 3/11/2025 is to be read. */
public enum DateOrder {

	/** Decided from the files; refused where they leave it open and it matters. */
	AUTO,
	/** Day, month, year. */
	DMY,
	/** Month, day, year. */
	MDY
}
