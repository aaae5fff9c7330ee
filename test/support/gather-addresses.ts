/** In a page: every address of this machine that a WebRTC connection would tell. Nothing is connected to. */
export const gatherAddresses = `new Promise(async (resolve) => {
  const found = [];
  const connection = new RTCPeerConnection();
  connection.createDataChannel('any');
  connection.onicecandidate = ({ candidate }) => (candidate ? found.push(candidate.candidate) : resolve(found));
  await connection.setLocalDescription();
})`;
