namespace MiaVoices.Core;

/// <summary>Makes public identities. Not thread-safe: one source serves one write.</summary>
public interface IIdSource
{
    /// <summary>A new GUID of version 7; never used for order.</summary>
    Guid Next();
}
