/** What the statistical studies share: how many seeds to run, and the page each writes to docs/validation. */
package net.operando.study;
