/** Icons of what is fetched later, in no table, so that each comes with the code that draws it. */
export const FILE = 'M14 4H7v16h11V8zM14 4v4h4M10 13h5M10 16h5';
export const ALERT = 'M4 12a8 8 0 1 1 16 0 8 8 0 0 1-16 0M12 8v4M12 16v0';
export const BELL = 'M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5L19 18H5zM10 20.7h4';
export const USER = 'M8 8a4 4 0 1 1 8 0 4 4 0 0 1-8 0M5 20c1-4 3-6 7-6s6 2 7 6';

export const DOWN = 'm6 9 6 6 6-6';
export const CHECK = 'm5 12 5 5L19 8';
export const CHECKS = 'm3 12 4 4L15 8M12 16l1 1L22 8';
export const CLOCK = 'M4 12a8 8 0 1 1 16 0 8 8 0 0 1-16 0M12 8v4l3 2';
export const PHONE = 'M8.2 4H5.5A1.5 1.5 0 0 0 4 5.6C4.6 13.3 10.7 19.4 18.4 20a1.5 1.5 0 0 0 1.6-1.5v-2.7a1.5 1.5 0 0 0-1.1-1.45l-2.4-.65a1.5 1.5 0 0 0-1.5.42l-.8.88a12 12 0 0 1-5.2-5.2l.88-.8a1.5 1.5 0 0 0 .42-1.5l-.65-2.4A1.5 1.5 0 0 0 8.2 4z';
export const MAIL = 'M6 5.5h12A2.5 2.5 0 0 1 20.5 8v8a2.5 2.5 0 0 1-2.5 2.5H6A2.5 2.5 0 0 1 3.5 16V8A2.5 2.5 0 0 1 6 5.5zM4.5 8l7.5 5.5L19.5 8';
export const PIN = 'M12 21c4.5-4.4 6.5-7.7 6.5-10.7a6.5 6.5 0 1 0-13 0c0 3 2 6.3 6.5 10.7zM9.7 10.3a2.3 2.3 0 1 1 4.6 0 2.3 2.3 0 0 1-4.6 0';
