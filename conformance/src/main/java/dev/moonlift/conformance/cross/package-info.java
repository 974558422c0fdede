/**
 * Running the trials of a suite on several platforms, and comparing what came of them: with what the suite wants, and
 * with each other.
 */
package dev.moonlift.conformance.cross;
