export default function WorkCasePage() {
  return null;
}
