//! Tagged messages over frames: small ones to the same rank are packed into one frame, and whatever comes is kept until asked for.

use super::{Arrival, Comm, CommError};
use std::collections::{HashMap, VecDeque};
use std::rc::Rc;
use std::time::Duration;

/// Messages up to this many bytes wait for others to the same rank; larger ones leave at once, alone.
const SMALL: usize = 8 * 1024;
/// A frame of packed messages leaves when it holds this many bytes.
const FULL: usize = 64 * 1024;
/// Tag and length before each message in a frame.
const HEADER: usize = 16;
/// Tags from here on belong to the collectives; callers number their messages from 0.
const COLLECTIVE: u64 = 1 << 62;

/// What has been sent and received.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Counters {
    pub messages_sent: u64,
    pub frames_sent: u64,
    pub bytes_sent: u64,
    pub messages_received: u64,
    pub frames_received: u64,
}

/// A message that has come: a part of a frame.
#[derive(Clone, Debug)]
pub struct Message {
    frame: Rc<Vec<u8>>,
    start: usize,
    len: usize,
}

impl std::ops::Deref for Message {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        &self.frame[self.start..self.start + self.len]
    }
}

/// A message being written: the payload is appended behind its header, so that a large one is sent without a copy.
pub struct Draft {
    frame: Vec<u8>,
}

impl Draft {
    /// Room for a payload of about `bytes` bytes.
    pub fn with_capacity(bytes: usize) -> Draft {
        let mut frame = Vec::with_capacity(HEADER + bytes);
        frame.resize(HEADER, 0);
        Draft { frame }
    }

    /// Where the payload is written to.
    pub fn payload(&mut self) -> &mut Vec<u8> {
        &mut self.frame
    }

    /// Bytes of the payload so far.
    pub fn len(&self) -> usize {
        self.frame.len() - HEADER
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn sealed(mut self, tag: u64) -> Vec<u8> {
        let len = (self.frame.len() - HEADER) as u64;
        self.frame[..8].copy_from_slice(&tag.to_le_bytes());
        self.frame[8..HEADER].copy_from_slice(&len.to_le_bytes());
        self.frame
    }
}

/// The messages of one rank.
pub struct Messenger {
    comm: Box<dyn Comm>,
    /// For each rank, small messages that wait for company.
    waiting: Vec<Vec<u8>>,
    /// Messages that came and were not yet taken, by sender and tag.
    arrived: HashMap<(usize, u64), VecDeque<Message>>,
    counters: Counters,
    collectives: u64,
}

impl Messenger {
    pub fn new(comm: Box<dyn Comm>) -> Messenger {
        let waiting = vec![Vec::new(); comm.size()];
        Messenger { comm, waiting, arrived: HashMap::new(), counters: Counters::default(), collectives: 0 }
    }

    pub fn rank(&self) -> usize {
        self.comm.rank()
    }

    pub fn size(&self) -> usize {
        self.comm.size()
    }

    pub fn counters(&self) -> Counters {
        self.counters
    }

    /// Sends a message; it leaves at the next progress point at the latest.
    pub fn send(&mut self, to: usize, tag: u64, draft: Draft) -> Result<(), CommError> {
        let frame = draft.sealed(tag);
        self.counters.messages_sent += 1;
        if frame.len() > SMALL {
            // Messages of one sender and tag stay in order only if those before them leave first.
            self.flush_to(to)?;
            return self.launch(to, frame);
        }
        self.waiting[to].extend_from_slice(&frame);
        if self.waiting[to].len() >= FULL { self.flush_to(to) } else { Ok(()) }
    }

    /// Sends the messages that wait for company.
    pub fn flush(&mut self) -> Result<(), CommError> {
        (0..self.waiting.len()).try_for_each(|to| self.flush_to(to))
    }

    /// The next message with this sender and tag, if it has come.
    pub fn take(&mut self, from: usize, tag: u64) -> Option<Message> {
        let queue = self.arrived.get_mut(&(from, tag))?;
        let message = queue.pop_front();
        if queue.is_empty() {
            self.arrived.remove(&(from, tag));
        }
        message
    }

    /// Whether a message with this sender and tag has come.
    pub fn has(&self, from: usize, tag: u64) -> bool {
        self.arrived.contains_key(&(from, tag))
    }

    /// A progress point: sends what waits and takes in what has come, waiting for at most `patience` for the first frame.
    pub fn progress(&mut self, patience: Duration) -> Result<(), CommError> {
        self.flush()?;
        let mut next = self.comm.poll(patience)?;
        while let Some(arrival) = next {
            self.unpack(arrival)?;
            next = self.comm.poll(Duration::ZERO)?;
        }
        Ok(())
    }

    /// Waits for a message with this sender and tag.
    pub fn wait(&mut self, from: usize, tag: u64) -> Result<Message, CommError> {
        loop {
            if let Some(message) = self.take(from, tag) {
                return Ok(message);
            }
            self.progress(Duration::from_millis(100))?;
        }
    }

    /// Waits until all ranks have called it as often.
    pub fn barrier(&mut self) -> Result<(), CommError> {
        let (rank, size, tag) = (self.rank(), self.size(), self.next_collective());
        let mut distance = 1;
        while distance < size {
            self.send((rank + distance) % size, tag + distance as u64, Draft::with_capacity(0))?;
            self.wait((rank + size - distance) % size, tag + distance as u64)?;
            distance *= 2;
        }
        self.flush()
    }

    /// The bytes that rank 0 passes, on every rank; what others pass is ignored.
    pub fn broadcast(&mut self, bytes: Vec<u8>) -> Result<Vec<u8>, CommError> {
        let (rank, size, tag) = (self.rank(), self.size(), self.next_collective());
        let mut bytes = bytes;
        let mut reach = 1;
        // In round k the ranks below 2^k send to those below 2^(k+1).
        while reach < size {
            if rank < reach && rank + reach < size {
                let mut draft = Draft::with_capacity(bytes.len());
                draft.payload().extend_from_slice(&bytes);
                self.send(rank + reach, tag, draft)?;
            } else if (reach..2 * reach).contains(&rank) {
                bytes = self.wait(rank - reach, tag)?.to_vec();
            }
            reach *= 2;
        }
        self.flush()?;
        Ok(bytes)
    }

    /// What every rank passes, in the order of ranks, on rank 0; nothing on the others.
    pub fn gather(&mut self, bytes: &[u8]) -> Result<Vec<Vec<u8>>, CommError> {
        let tag = self.next_collective();
        if self.rank() > 0 {
            let mut draft = Draft::with_capacity(bytes.len());
            draft.payload().extend_from_slice(bytes);
            self.send(0, tag, draft)?;
            self.flush()?;
            return Ok(Vec::new());
        }
        let mut all = vec![bytes.to_vec()];
        for from in 1..self.size() {
            all.push(self.wait(from, tag)?.to_vec());
        }
        Ok(all)
    }

    /// Ends the job on all ranks; see [`Comm::abort`].
    pub fn abort(&mut self, message: &str, code: i32) -> ! {
        self.comm.abort(message, code)
    }

    /// Leaves the job when all ranks do.
    pub fn finish(&mut self) -> Result<(), CommError> {
        self.barrier()?;
        while self.comm.sending()? {
            self.progress(Duration::from_millis(1))?;
        }
        self.comm.finish()
    }

    fn next_collective(&mut self) -> u64 {
        self.collectives += 1;
        COLLECTIVE | (self.collectives << 24)
    }

    fn flush_to(&mut self, to: usize) -> Result<(), CommError> {
        if self.waiting[to].is_empty() {
            return Ok(());
        }
        let frame = std::mem::take(&mut self.waiting[to]);
        self.launch(to, frame)
    }

    fn launch(&mut self, to: usize, frame: Vec<u8>) -> Result<(), CommError> {
        self.counters.frames_sent += 1;
        self.counters.bytes_sent += frame.len() as u64;
        self.comm.send(to, frame)
    }

    fn unpack(&mut self, (from, frame): Arrival) -> Result<(), CommError> {
        self.counters.frames_received += 1;
        let frame = Rc::new(frame);
        let mut start = 0;
        while start < frame.len() {
            let (tag, len) = header(&frame[start..]).ok_or_else(|| malformed(from))?;
            start += HEADER;
            let message = Message { frame: frame.clone(), start, len };
            start += len;
            self.arrived.entry((from, tag)).or_default().push_back(message);
            self.counters.messages_received += 1;
        }
        Ok(())
    }
}

/// Tag and length of the message that starts here, if it is whole.
fn header(bytes: &[u8]) -> Option<(u64, usize)> {
    let tag = u64::from_le_bytes(bytes.get(..8)?.try_into().ok()?);
    let len = usize::try_from(u64::from_le_bytes(bytes.get(8..HEADER)?.try_into().ok()?)).ok()?;
    (len <= bytes.len() - HEADER).then_some((tag, len))
}

fn malformed(from: usize) -> CommError {
    CommError(format!("a frame from rank {from} is cut short"))
}
