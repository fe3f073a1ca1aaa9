/** Macros and scripts: the recorded examples and the templates that come with Operando, run on a small generated sample. */
package net.operando.macro;
