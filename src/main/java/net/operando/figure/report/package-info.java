/** The report page: what was found, from what, with which parameters, in one file that can be mailed and printed. */
package net.operando.figure.report;
