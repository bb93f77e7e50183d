/** Icons of what is fetched later, in no table, so that each comes with the code that draws it. */
export const FILE = 'M14 4H7v16h11V8zM14 4v4h4M10 13h5M10 16h5';
export const ALERT = 'M4 12a8 8 0 1 1 16 0 8 8 0 0 1-16 0M12 8v4M12 16v0';
export const BELL = 'M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5L19 18H5zM10 20.7h4';
export const USER = 'M8 8a4 4 0 1 1 8 0 4 4 0 0 1-8 0M5 20c1-4 3-6 7-6s6 2 7 6';

export const DOWN = 'm6 9 6 6 6-6';
export const CHECK = 'm5 12 5 5L19 8';
export const CHECKS = 'm3 12 4 4L15 8M12 16l1 1L22 8';
export const CLOCK = 'M4 12a8 8 0 1 1 16 0 8 8 0 0 1-16 0M12 8v4l3 2';
