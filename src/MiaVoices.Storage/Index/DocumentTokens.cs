using System.Buffers;
using System.Text;
using MiaVoices.Core.Language;
using MiaVoices.Core.Search;

namespace MiaVoices.Storage.Index;

/// <summary>Turns stored text into index tokens. Belongs to one connection; not thread-safe, as that is not.</summary>
internal sealed class DocumentTokens(ITextAnalyser analyser, ITextAnalyser? english, FormCounts counts)
{
    /// <summary>Stands before a text in English. The index keeps no text, so what is before it is lost on nobody.</summary>
    internal const char English = '\u0002';

    // Frequent words make up most of a text: their tokens are written once. Emptied when full, as a bound on memory.
    private const int MostWords = 50_000;
    private readonly Dictionary<AnalysedWord, (byte[][] Tokens, FormCount Count)> _written = new(ReferenceEqualityComparer.Instance);
    private int _generation;
    private readonly List<Token> _tokens = [];
    private readonly List<IndexTerm> _terms = [];

    /// <summary>Hands the tokens of one text to FTS5.</summary>
    internal int Emit(ReadOnlySpan<byte> text, TokenSink sink)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Encoding.UTF8.GetMaxCharCount(text.Length));
        try
        {
            var length = Encoding.UTF8.GetChars(text, buffer);
            _tokens.Clear();
            var isEnglish = length > 0 && buffer[0] == English && english is not null;
            (isEnglish ? english! : analyser).Analyse(buffer.AsSpan(0, length), _tokens);
            counts.Begin();
            var place = new BytePlace(text);
            foreach (var token in _tokens)
            {
                var start = place.Of(token.Start);
                var end = place.Of(token.End);
                var (forms, count) = Written(token.Word);
                counts.Count(count);
                for (var i = 0; i < forms.Length; i++)
                {
                    var result = sink.Emit(forms[i], i > 0, start, end);
                    if (result != 0)
                    {
                        return result;
                    }
                }
            }

            return 0;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private (byte[][] Tokens, FormCount Count) Written(AnalysedWord word)
    {
        if (_written.Count >= MostWords || _generation != counts.Generation)
        {
            _written.Clear();
            _generation = counts.Generation;
        }

        if (_written.TryGetValue(word, out var known))
        {
            return known;
        }

        _terms.Clear();
        IndexTerms.OfText(word, _terms);
        var tokens = new byte[_terms.Count][];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = Encoding.UTF8.GetBytes(_terms[i].Written);
        }

        return _written[word] = (tokens, counts.Of(word.Exact));
    }

    /// <summary>Finds the byte of a UTF-16 position, in one pass for positions that only grow.</summary>
    private ref struct BytePlace(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private int _bytes;
        private int _units;

        internal int Of(int unit)
        {
            if (unit < _units)
            {
                _bytes = _units = 0;
            }

            while (_units < unit && _bytes < _text.Length)
            {
                if (_text[_bytes] < 0x80)
                {
                    _bytes++;
                    _units++;
                }
                else
                {
                    // An ill-formed sequence becomes one U+FFFD, here as in the decoding above.
                    Rune.DecodeFromUtf8(_text[_bytes..], out var rune, out var consumed);
                    _bytes += consumed;
                    _units += rune.Utf16SequenceLength;
                }
            }

            return _bytes;
        }
    }
}
