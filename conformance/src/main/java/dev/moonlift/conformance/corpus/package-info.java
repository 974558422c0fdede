/** Programs with their expectations beside them, one per feature and case, which every engine must run alike. */
package dev.moonlift.conformance.corpus;
