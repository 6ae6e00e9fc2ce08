/** The standard normal quantile at 0.975: two-sided 95 %, the one confidence level of every single number. */
export const Z_95 = 1.959963984540054
