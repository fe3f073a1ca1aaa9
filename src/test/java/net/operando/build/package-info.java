/**
 * What the build runs after the jars are made: the static update site. The rules of its checksums and of db.xml.gz are
 * those of Fiji's Updater (net.imagej.updater). Here among the tests because it is part of no jar that is shipped.
 */
package net.operando.build;
