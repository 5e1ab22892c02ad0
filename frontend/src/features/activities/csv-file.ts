/** A file as the police may be asked to fill it in; Excel in Sweden opens it with its columns. */
export const TEMPLATE_NAME = 'mall-insatser.csv';

const heads =
  'datum;åtagande;text;organisation;källa;latitud;longitud;ort;förslag;minuter;mätta;rapporterade;körkort;toppfart;deltagare;gäller;metod';

/** The template: the heads, and a line that shows how a cell is written. */
export const template = (example: string, day: string): string =>
  `\uFEFF${heads}\r\n${day};4;${example};;;57,925;12,0869;;;60;120;7;;;;laser\r\n`;

/** Offers a text as a file to keep. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
